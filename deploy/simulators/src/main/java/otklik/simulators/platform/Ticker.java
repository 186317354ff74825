package otklik.simulators.platform;

/** Nanoseconds that only ever grow, for delays and rates; says nothing about the time of day. */
@FunctionalInterface
public interface Ticker {

    long nanos();
}
