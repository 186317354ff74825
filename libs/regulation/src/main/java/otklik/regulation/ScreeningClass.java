package otklik.regulation;

/** A class of posts that are not answered; {@code title} is Russian, {@code id} what a classifier says. */
public record ScreeningClass(String id, String title, String clause) {}
