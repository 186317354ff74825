package otklik.standalone.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import otklik.contracts.Json;

/** What became of the rows: {@code rows = taken + known + rejected}, once the load has ended. Thread-safe. */
public final class Tally {

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    void read() {
        rows.incrementAndGet();
    }

    void handedIn(long fresh, long repeated) {
        taken.addAndGet(fresh);
        known.addAndGet(repeated);
    }

    void reject() {
        rejected.incrementAndGet();
    }

    public long rows() {
        return rows.get();
    }

    public long taken() {
        return taken.get();
    }

    public long known() {
        return known.get();
    }

    public long rejected() {
        return rejected.get();
    }

    public String json() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", rows());
        summary.put("new", taken());
        summary.put("known", known());
        summary.put("rejected", rejected());
        return Json.mapper().writeValueAsString(summary);
    }

    @Override
    public String toString() {
        return "строк " + rows() + ", новых " + taken() + ", известных " + known() + ", отложено " + rejected();
    }
}
