namespace NamPlugin.Host.Clap;

/// <summary>Functions of a host that are not managed, for plugins whose audio thread is not either.</summary>
/// <param name="TailChanged">clap_host_tail.changed.</param>
/// <param name="IsMainThread">clap_host_thread_check.is_main_thread.</param>
/// <param name="IsAudioThread">clap_host_thread_check.is_audio_thread.</param>
/// <param name="RequestCallback">clap_host.request_callback, which counts up <see cref="ClapHostMemory.CallbacksWaiting"/>.</param>
internal readonly record struct NativeHostCalls(nint TailChanged, nint IsMainThread, nint IsAudioThread, nint RequestCallback);
