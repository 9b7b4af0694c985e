using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>One WaveNet layer to operations: dilated convolution, mixin, activation or gate, residual 1x1, head output, with FiLM in any of eight places.</summary>
internal readonly struct WaveNetLayerLowering(PlanBuilder builder, LayerArrayConfig array, int index, LayerTensors tensors, Signal condition, string prefix)
{
    private readonly LayerConfig _layer = array.Layers[index];

    /// <summary>Adds the layer's operations and returns the residual stream behind it.</summary>
    public Signal Lower(ReadOnlySpan<float> weights, Signal stream, Signal sum, bool startsSum)
    {
        var activated = LowerActivated(weights, stream, sum, startsSum);
        if (array.Head1x1.Active)
            LowerHead1x1(weights, activated, sum, startsSum);
        return array.Layer1x1.Active ? LowerResidual(weights, activated, stream) : stream;
    }

    // The signal that feeds the residual 1x1 and the head. Without a head 1x1 it is itself what the head sums up.
    private Signal LowerActivated(ReadOnlySpan<float> weights, Signal stream, Signal sum, bool startsSum)
    {
        var gated = _layer.Gating != GatingMode.None;
        var linearIsLast = !gated && !IsActive(FilmSlot.ConvPost) && !IsActive(FilmSlot.InputMixinPost) && !IsActive(FilmSlot.ActivationPre);
        var activationIsLast = !IsActive(FilmSlot.ActivationPost);
        var headSum = array.Head1x1.Active ? null : sum;

        var activation = linearIsLast ? _layer.Activation : (Activation?)null;
        var linear = LowerLinear(weights, stream, activation, linearIsLast && activationIsLast ? headSum : null, startsSum);
        linear = Film(weights, FilmSlot.ActivationPre, linear);

        var activated = linear;
        if (!linearIsLast)
        {
            activated = builder.NewSignal(prefix + "activated", array.Bottleneck);
            Operation operation = gated
                ? new GateOperation { Destination = activated, Source = linear, Mode = _layer.Gating, Activation = _layer.Activation, Secondary = _layer.Secondary }
                : new ActivationOperation { Destination = activated, Source = linear, Activation = _layer.Activation };
            builder.Add(operation with { Sum = activationIsLast ? headSum : null, StartsSum = startsSum });
        }

        return Film(weights, FilmSlot.ActivationPost, activated, sum: headSum, startsSum: startsSum);
    }

    // conv(x) + mixin(condition), in one operation unless a FiLM has to act on one of them alone.
    private Signal LowerLinear(ReadOnlySpan<float> weights, Signal stream, Activation? activation, Signal? sum, bool startsSum)
    {
        var conv = new ConvolutionTerm(tensors.Conv, Film(weights, FilmSlot.ConvPre, stream), _layer.Dilation);
        var mixin = new ConvolutionTerm(tensors.Mixin, Film(weights, FilmSlot.InputMixinPre, condition));
        var filmsConv = IsActive(FilmSlot.ConvPost);
        var filmsMixin = IsActive(FilmSlot.InputMixinPost);

        var result = builder.NewSignal(prefix + "inner", array.InnerChannels(index));
        if (!filmsConv && !filmsMixin)
        {
            builder.AddConvolutions(new DenseTemplate(result) { Activation = activation, Sum = sum, StartsSum = startsSum }, weights, [conv, mixin]);
            return result;
        }

        builder.AddConvolutions(new DenseTemplate(result), weights, [conv]);
        var convolved = Film(weights, FilmSlot.ConvPost, result);
        var mixed = builder.NewSignal(prefix + "mixed", result.Channels);
        if (!filmsMixin)
        {
            builder.AddConvolutions(new DenseTemplate(mixed) { Residual = convolved }, weights, [mixin]);
            return mixed;
        }

        builder.AddConvolutions(new DenseTemplate(mixed), weights, [mixin]);
        return Film(weights, FilmSlot.InputMixinPost, mixed, addend: convolved);
    }

    private void LowerHead1x1(ReadOnlySpan<float> weights, Signal activated, Signal sum, bool startsSum)
    {
        var filmed = IsActive(FilmSlot.Head1x1Post);
        var output = builder.NewSignal(prefix + "head", array.Head1x1.OutChannels);
        var template = new DenseTemplate(output) { Sum = filmed ? null : sum, StartsSum = startsSum };
        builder.AddConvolutions(template, weights, [new ConvolutionTerm(tensors.Head1x1!.Value, activated)]);
        Film(weights, FilmSlot.Head1x1Post, output, sum: sum, startsSum: startsSum);
    }

    private Signal LowerResidual(ReadOnlySpan<float> weights, Signal activated, Signal stream)
    {
        var filmed = IsActive(FilmSlot.Layer1x1Post);
        var output = builder.NewSignal(prefix + "output", array.Channels);
        var template = new DenseTemplate(output) { Residual = filmed ? null : stream };
        builder.AddConvolutions(template, weights, [new ConvolutionTerm(tensors.Layer1x1!.Value, activated)]);
        return Film(weights, FilmSlot.Layer1x1Post, output, addend: stream);
    }

    private bool IsActive(FilmSlot slot) => tensors.Films[(int)slot] is not null;

    // Returns the source unchanged where the place is not modulated.
    private Signal Film(ReadOnlySpan<float> weights, FilmSlot slot, Signal source, Signal? addend = null, Signal? sum = null, bool startsSum = false)
    {
        if (tensors.Films[(int)slot] is not { } tensor)
            return source;
        var modulation = builder.NewSignal($"{prefix}{slot}.modulation", tensor.OutChannels);
        builder.AddConvolutions(new DenseTemplate(modulation), weights, [new ConvolutionTerm(tensor, condition)]);
        var result = builder.NewSignal($"{prefix}{slot}", source.Channels);
        builder.Add(new ModulateOperation
        {
            Destination = result,
            Source = source,
            Modulation = modulation,
            HasShift = array.Film(slot).Shift,
            Addend = addend,
            Sum = sum,
            StartsSum = startsSum,
        });
        return result;
    }
}
