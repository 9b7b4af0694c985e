// Times single kernels: dotnet run --project bench -c Release -- --filter '*'. Whole models are measured by the command line.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "bench")));
