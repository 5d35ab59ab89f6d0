using System.Globalization;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.PairStrategy;

/// <summary>A parameter of a quoting rule, on a pair. Numbers are strings, as decimals are.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">For people; empty for none.</param>
/// <param name="Value">What is in force.</param>
/// <param name="Default">What it is where nothing is said.</param>
/// <param name="Min">The smallest allowed value.</param>
/// <param name="Max">The largest allowed value.</param>
public sealed record RuleParameterDocument(
    string Name, string Unit, string Value, string Default, string Min, string Max)
{
    internal static RuleParameterDocument From(RuleParameterView view) =>
        new(
            view.Name, view.Unit, Text(view.Value), Text(view.Default), Text(view.Min),
            Text(view.Max));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
