package otklik.simulators.vk.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import otklik.simulators.platform.Ticker;
import otklik.simulators.vk.Switches;
import otklik.simulators.vk.VkSettings.Behaviour;
import otklik.simulators.vk.VkSettings.Token;

/** Calls per second and token, in real time: no more than the rate in any window of one second. */
@Component
class RateLimit {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Deque<Long>> recent = new HashMap<>();
    private final Switches switches;
    private final Ticker ticker;

    RateLimit(Switches switches, Ticker ticker) {
        this.switches = switches;
        this.ticker = ticker;
    }

    synchronized boolean admits(Token token) {
        Behaviour behaviour = switches.now();
        if (!behaviour.rateLimited()) {
            return true;
        }
        Deque<Long> calls = recent.computeIfAbsent(token.holder(), unused -> new ArrayDeque<>());
        long now = ticker.nanos();
        while (!calls.isEmpty() && now - calls.peekFirst() >= SECOND) {
            calls.removeFirst();
        }
        if (calls.size() >= rate(token, behaviour)) {
            return false;
        }
        calls.addLast(now);
        return true;
    }

    private static int rate(Token token, Behaviour behaviour) {
        return switch (token.kind()) {
            case USER -> behaviour.userRate();
            case GROUP -> behaviour.groupRate();
            case SERVICE -> behaviour.serviceRate();
        };
    }
}
