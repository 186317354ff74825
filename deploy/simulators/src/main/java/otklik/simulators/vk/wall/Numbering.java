package otklik.simulators.vk.wall;

/** The next free number of a wall, written when the wall is emptied: a number is never given twice. */
record Numbering(long ownerId, int next) implements Entry {}
