using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>Two registers that go through the same operations side by side; see <see cref="Quad{T}"/>.</summary>
/// <typeparam name="T">One register.</typeparam>
internal unsafe struct Pair<T> : ILanes<Pair<T>>
    where T : struct, ILanes<T>
{
    private T _a;
    private T _b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Pair(T a, T b)
    {
        _a = a;
        _b = b;
    }

    public static int Count => 2 * T.Count;

    public static int Registers => T.Registers / 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator +(Pair<T> left, Pair<T> right) => new(left._a + right._a, left._b + right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator -(Pair<T> left, Pair<T> right) => new(left._a - right._a, left._b - right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator *(Pair<T> left, Pair<T> right) => new(left._a * right._a, left._b * right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator /(Pair<T> left, Pair<T> right) => new(left._a / right._a, left._b / right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Load(float* source) => new(T.Load(source), T.Load(source + T.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Pair<T> value)
    {
        T.Store(destination, value._a);
        T.Store(destination + T.Count, value._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Broadcast(float value)
    {
        var register = T.Broadcast(value);
        return new(register, register);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> MultiplyAdd(Pair<T> left, Pair<T> right, Pair<T> addend) =>
        new(T.MultiplyAdd(left._a, right._a, addend._a), T.MultiplyAdd(left._b, right._b, addend._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float weight, Pair<T> right, ref Pair<T> sum)
    {
        var broadcast = T.Broadcast(weight);
        T.Accumulate(broadcast, right._a, ref sum._a);
        T.Accumulate(broadcast, right._b, ref sum._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Pair<T> left, Pair<T> right, ref Pair<T> sum)
    {
        T.Accumulate(left._a, right._a, ref sum._a);
        T.Accumulate(left._b, right._b, ref sum._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, ref Pair<T> sum)
    {
        T.Add(source, ref sum._a);
        T.Add(source + T.Count, ref sum._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Pair<T> value) => T.Sum(value._a + value._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Min(Pair<T> left, Pair<T> right) => new(T.Min(left._a, right._a), T.Min(left._b, right._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Max(Pair<T> left, Pair<T> right) => new(T.Max(left._a, right._a), T.Max(left._b, right._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Abs(Pair<T> value) => new(T.Abs(value._a), T.Abs(value._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> SelectGreater(Pair<T> left, Pair<T> right, Pair<T> whenGreater, Pair<T> otherwise) =>
        new(T.SelectGreater(left._a, right._a, whenGreater._a, otherwise._a), T.SelectGreater(left._b, right._b, whenGreater._b, otherwise._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> MultiplySubtract(Pair<T> left, Pair<T> right, Pair<T> addend) =>
        new(T.MultiplySubtract(left._a, right._a, addend._a), T.MultiplySubtract(left._b, right._b, addend._b));

    public static int ReciprocalEstimateBits => T.ReciprocalEstimateBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> ReciprocalEstimate(Pair<T> value) => new(T.ReciprocalEstimate(value._a), T.ReciprocalEstimate(value._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> ClampMagnitude(Pair<T> value, float limit) => new(T.ClampMagnitude(value._a, limit), T.ClampMagnitude(value._b, limit));

    public static bool FractionIsCentred => T.FractionIsCentred;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Fraction(Pair<T> value, out Pair<T> whole)
    {
        var fraction = new Pair<T>(T.Fraction(value._a, out var a), T.Fraction(value._b, out var b));
        whole = new Pair<T>(a, b);
        return fraction;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Scale(Pair<T> value, Pair<T> whole) => new(T.Scale(value._a, whole._a), T.Scale(value._b, whole._b));
}
