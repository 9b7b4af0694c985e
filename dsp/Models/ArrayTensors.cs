using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>The tensors of one WaveNet layer array, in file order.</summary>
/// <param name="Rechannel">The 1x1 at the entrance.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Head">The convolution that ends the head path.</param>
public sealed record ArrayTensors(ConvTensor Rechannel, ImmutableArray<LayerTensors> Layers, ConvTensor Head)
{
    /// <summary>All tensors of the array, in file order.</summary>
    public IEnumerable<ConvTensor> InFileOrder
    {
        get
        {
            yield return Rechannel;
            foreach (var layer in Layers)
            {
                foreach (var tensor in layer.InFileOrder)
                    yield return tensor;
            }

            yield return Head;
        }
    }
}
