package otklik.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time, nanoseconds: what a busy machine does not make longer as it does what a clock on the wall says. */
public final class Cpu {

    private Cpu() {}

    /** Of this process. */
    public static long nanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** For which the compilers of this JVM have been at work. They go on for minutes after a start, and it is no work of the program. */
    public static long nanosOfCompilers() {
        return Duration.ofMillis(ManagementFactory.getCompilationMXBean().getTotalCompilationTime())
                .toNanos();
    }

    /** Of the processes that this one started and that still run. To a hundredth of a second each. */
    public static long nanosOfChildren(ProcessHandle parent) {
        return parent.descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
