package otklik.simulators.platform;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes names that nobody can guess. The only place that does. */
@Component
public final class Ids implements Supplier<String> {

    @Override
    public String get() {
        return UUID.randomUUID().toString();
    }
}
