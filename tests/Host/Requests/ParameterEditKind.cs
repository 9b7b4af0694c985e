namespace NamPlugin.Host.Requests;

/// <summary>The three parts of a gesture.</summary>
public enum ParameterEditKind
{
    /// <summary>A hand takes hold.</summary>
    Begin,

    /// <summary>A value.</summary>
    Value,

    /// <summary>The hand lets go.</summary>
    End,
}
