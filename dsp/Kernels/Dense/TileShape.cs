namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>Heights and widths of register tiles as types.</summary>
internal static class TileShape
{
    internal readonly struct One : ITileExtent
    {
        public static int Count => 1;
    }

    internal readonly struct Two : ITileExtent
    {
        public static int Count => 2;
    }

    internal readonly struct Three : ITileExtent
    {
        public static int Count => 3;
    }

    internal readonly struct Four : ITileExtent
    {
        public static int Count => 4;
    }

    internal readonly struct Five : ITileExtent
    {
        public static int Count => 5;
    }

    internal readonly struct Six : ITileExtent
    {
        public static int Count => 6;
    }

    internal readonly struct Seven : ITileExtent
    {
        public static int Count => 7;
    }

    internal readonly struct Eight : ITileExtent
    {
        public static int Count => 8;
    }
}
