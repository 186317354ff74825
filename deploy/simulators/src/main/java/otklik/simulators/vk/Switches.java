package otklik.simulators.vk;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Behaviour;

/** The behaviour in force: from the settings at first, then as ordered while running. */
@Component
public class Switches {

    private final Behaviour initial;
    private Behaviour current;

    Switches(VkSettings settings) {
        this.initial = settings.behaviour();
        this.current = initial;
    }

    public synchronized Behaviour now() {
        return current;
    }

    public synchronized Behaviour change(UnaryOperator<Behaviour> change) {
        current = change.apply(current);
        return current;
    }

    public synchronized void reset() {
        current = initial;
    }
}
