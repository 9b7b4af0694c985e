using NamPlugin.Host;
using NamPlugin.Host.Audio;

namespace NamPlugin.Plugin.Tests.Hosting;

/// <summary>The host's memory catches a plugin that misbehaves; here the test is that plugin.</summary>
public sealed unsafe class AudioBuffersTests
{
    private const int Maximum = 100, Frames = 60;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_plugin_that_writes_its_block_and_nothing_else_passes(bool isDouble, bool isInPlace)
    {
        using var buffers = Loaded(isDouble, isInPlace);

        Play(buffers, 0, Frames);

        Assert.Null(buffers.Inspect());
        var output = new double[Frames];
        buffers.ReadOutput(1, output);
        Assert.Equal(Enumerable.Repeat(0.5, Frames), output);
    }

    [Theory]
    [InlineData(false, 0, Frames + 1)]
    [InlineData(true, 0, Frames + 1)]
    [InlineData(false, -1, Frames)]
    [InlineData(true, -1, Frames)]
    public void A_write_past_either_end_is_caught(bool isDouble, int first, int end)
    {
        using var buffers = Loaded(isDouble, isInPlace: false);

        Play(buffers, first, end);

        Assert.Equal("wrote outside of the 60 frames of output channel 0", buffers.Inspect());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sample_left_unwritten_is_caught(bool isDouble)
    {
        using var buffers = Loaded(isDouble, isInPlace: false);

        Play(buffers, 0, Frames - 1);

        Assert.Equal("left frame 59 of 60 of output channel 0 unwritten", buffers.Inspect());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_changed_input_is_caught(bool isDouble)
    {
        using var buffers = Loaded(isDouble, isInPlace: false);

        Play(buffers, 0, Frames);
        ((byte*)buffers.Input[1])[3] ^= 1;

        Assert.Equal("changed its input, channel 1", buffers.Inspect());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_lies_behind_the_block_is_not_a_number(bool isDouble)
    {
        using var buffers = Loaded(isDouble, isInPlace: false);

        Assert.True(double.IsNaN(isDouble ? ((double*)buffers.Input[0])[Frames] : ((float*)buffers.Input[0])[Frames]));
        Assert.Equal(0.25, isDouble ? ((double*)buffers.Input[0])[Frames - 1] : ((float*)buffers.Input[0])[Frames - 1]);
    }

    [Fact]
    public void Behind_the_end_of_the_recording_lies_silence()
    {
        using var buffers = new AudioBuffers(AudioLayout.Mono, Maximum);

        buffers.Load([[1, 2, 3]], 1, 5);

        Assert.Equal([2, 3, 0, 0, 0], new Span<float>(buffers.Input[0], 5).ToArray());
    }

    private static AudioBuffers Loaded(bool isDouble, bool isInPlace)
    {
        var buffers = new AudioBuffers(AudioLayout.Stereo, Maximum, isDouble, isInPlace);
        buffers.Load([[.. Enumerable.Repeat(0.25, Frames)]], 0, Frames);
        return buffers;
    }

    private static void Play(AudioBuffers buffers, int first, int end)
    {
        for (var channel = 0; channel < buffers.Layout.Outputs; channel++)
        {
            for (var frame = first; frame < end; frame++)
            {
                if (buffers.IsDouble)
                    ((double*)buffers.Output[channel])[frame] = 0.5;
                else
                    ((float*)buffers.Output[channel])[frame] = 0.5f;
            }
        }
    }
}
