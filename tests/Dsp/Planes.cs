using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Tests;

/// <summary>Managed planes x[channel][time] in front of the pointer-taking API.</summary>
public static unsafe class Planes
{
    /// <summary>Processes a range of frames in one call.</summary>
    public static void Process(AudioNetwork network, float[][] input, float[][] output, int start, int frames)
    {
        var handles = new List<System.Runtime.InteropServices.GCHandle>();
        var inputs = stackalloc float*[input.Length];
        var outputs = stackalloc float*[output.Length];
        try
        {
            for (var channel = 0; channel < input.Length; channel++)
                inputs[channel] = Pin(input[channel]) + start;
            for (var channel = 0; channel < output.Length; channel++)
                outputs[channel] = Pin(output[channel]) + start;
            network.Process(inputs, outputs, frames);
        }
        finally
        {
            foreach (var handle in handles)
                handle.Free();
        }

        float* Pin(float[] plane)
        {
            var handle = System.Runtime.InteropServices.GCHandle.Alloc(plane, System.Runtime.InteropServices.GCHandleType.Pinned);
            handles.Add(handle);
            return (float*)handle.AddrOfPinnedObject();
        }
    }
}
