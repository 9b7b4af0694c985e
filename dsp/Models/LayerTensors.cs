using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>The tensors of one WaveNet layer, in file order.</summary>
/// <param name="Conv">The dilated convolution.</param>
/// <param name="Mixin">The 1x1 from the condition.</param>
/// <param name="Layer1x1">The residual 1x1, if active.</param>
/// <param name="Head1x1">The 1x1 towards the head, if active.</param>
/// <param name="Films">The 1x1 of each FiLM place, indexed by <see cref="FilmSlot"/>; null where inactive.</param>
public sealed record LayerTensors(ConvTensor Conv, ConvTensor Mixin, ConvTensor? Layer1x1, ConvTensor? Head1x1, ImmutableArray<ConvTensor?> Films)
{
    /// <summary>All tensors of the layer, in file order.</summary>
    public IEnumerable<ConvTensor> InFileOrder
    {
        get
        {
            yield return Conv;
            yield return Mixin;
            if (Layer1x1 is { } layer1x1)
                yield return layer1x1;
            if (Head1x1 is { } head1x1)
                yield return head1x1;
            foreach (var film in Films)
            {
                if (film is { } tensor)
                    yield return tensor;
            }
        }
    }
}
