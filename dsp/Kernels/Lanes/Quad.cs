using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>
/// Four registers that go through the same operations side by side. A chain of dependent operations takes four cycles for each; a processor that is to
/// start two in every cycle must find eight such chains, and finds them only if they are close together.
/// </summary>
/// <typeparam name="T">One register.</typeparam>
internal unsafe struct Quad<T> : ILanes<Quad<T>>
    where T : struct, ILanes<T>
{
    private T _a;
    private T _b;
    private T _c;
    private T _d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quad(T a, T b, T c, T d)
    {
        _a = a;
        _b = b;
        _c = c;
        _d = d;
    }

    public static int Count => 4 * T.Count;

    public static int Registers => T.Registers / 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator +(Quad<T> left, Quad<T> right) => new(left._a + right._a, left._b + right._b, left._c + right._c, left._d + right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator -(Quad<T> left, Quad<T> right) => new(left._a - right._a, left._b - right._b, left._c - right._c, left._d - right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator *(Quad<T> left, Quad<T> right) => new(left._a * right._a, left._b * right._b, left._c * right._c, left._d * right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator /(Quad<T> left, Quad<T> right) => new(left._a / right._a, left._b / right._b, left._c / right._c, left._d / right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Load(float* source) => new(T.Load(source), T.Load(source + T.Count), T.Load(source + 2 * T.Count), T.Load(source + 3 * T.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Quad<T> value)
    {
        T.Store(destination, value._a);
        T.Store(destination + T.Count, value._b);
        T.Store(destination + 2 * T.Count, value._c);
        T.Store(destination + 3 * T.Count, value._d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Broadcast(float value)
    {
        var register = T.Broadcast(value);
        return new(register, register, register, register);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> MultiplyAdd(Quad<T> left, Quad<T> right, Quad<T> addend) =>
        new(T.MultiplyAdd(left._a, right._a, addend._a), T.MultiplyAdd(left._b, right._b, addend._b), T.MultiplyAdd(left._c, right._c, addend._c), T.MultiplyAdd(left._d, right._d, addend._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float weight, Quad<T> right, ref Quad<T> sum)
    {
        var broadcast = T.Broadcast(weight);
        T.Accumulate(broadcast, right._a, ref sum._a);
        T.Accumulate(broadcast, right._b, ref sum._b);
        T.Accumulate(broadcast, right._c, ref sum._c);
        T.Accumulate(broadcast, right._d, ref sum._d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Quad<T> left, Quad<T> right, ref Quad<T> sum)
    {
        T.Accumulate(left._a, right._a, ref sum._a);
        T.Accumulate(left._b, right._b, ref sum._b);
        T.Accumulate(left._c, right._c, ref sum._c);
        T.Accumulate(left._d, right._d, ref sum._d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, ref Quad<T> sum)
    {
        T.Add(source, ref sum._a);
        T.Add(source + T.Count, ref sum._b);
        T.Add(source + 2 * T.Count, ref sum._c);
        T.Add(source + 3 * T.Count, ref sum._d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Quad<T> value) => T.Sum(value._a + value._b + (value._c + value._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Min(Quad<T> left, Quad<T> right) => new(T.Min(left._a, right._a), T.Min(left._b, right._b), T.Min(left._c, right._c), T.Min(left._d, right._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Max(Quad<T> left, Quad<T> right) => new(T.Max(left._a, right._a), T.Max(left._b, right._b), T.Max(left._c, right._c), T.Max(left._d, right._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Abs(Quad<T> value) => new(T.Abs(value._a), T.Abs(value._b), T.Abs(value._c), T.Abs(value._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> SelectGreater(Quad<T> left, Quad<T> right, Quad<T> whenGreater, Quad<T> otherwise) => new(
        T.SelectGreater(left._a, right._a, whenGreater._a, otherwise._a),
        T.SelectGreater(left._b, right._b, whenGreater._b, otherwise._b),
        T.SelectGreater(left._c, right._c, whenGreater._c, otherwise._c),
        T.SelectGreater(left._d, right._d, whenGreater._d, otherwise._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> MultiplySubtract(Quad<T> left, Quad<T> right, Quad<T> addend) =>
        new(T.MultiplySubtract(left._a, right._a, addend._a), T.MultiplySubtract(left._b, right._b, addend._b), T.MultiplySubtract(left._c, right._c, addend._c), T.MultiplySubtract(left._d, right._d, addend._d));

    public static int ReciprocalEstimateBits => T.ReciprocalEstimateBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> ReciprocalEstimate(Quad<T> value) => new(T.ReciprocalEstimate(value._a), T.ReciprocalEstimate(value._b), T.ReciprocalEstimate(value._c), T.ReciprocalEstimate(value._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> ClampMagnitude(Quad<T> value, float limit) => new(T.ClampMagnitude(value._a, limit), T.ClampMagnitude(value._b, limit), T.ClampMagnitude(value._c, limit), T.ClampMagnitude(value._d, limit));

    public static bool FractionIsCentred => T.FractionIsCentred;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Fraction(Quad<T> value, out Quad<T> whole)
    {
        var fraction = new Quad<T>(T.Fraction(value._a, out var a), T.Fraction(value._b, out var b), T.Fraction(value._c, out var c), T.Fraction(value._d, out var d));
        whole = new Quad<T>(a, b, c, d);
        return fraction;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> Scale(Quad<T> value, Quad<T> whole) => new(T.Scale(value._a, whole._a), T.Scale(value._b, whole._b), T.Scale(value._c, whole._c), T.Scale(value._d, whole._d));
}
