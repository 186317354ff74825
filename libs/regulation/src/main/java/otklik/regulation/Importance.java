package otklik.regulation;

/** Category of importance; a regulation may set shorter terms for {@code ELEVATED} (VP-8, VP-9, VP-11). */
public enum Importance {
    NORMAL,
    ELEVATED
}
