package otklik.simulators.vk.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import otklik.simulators.vk.Switches;
import otklik.simulators.vk.VkSettings.Behaviour;
import otklik.simulators.vk.callback.CallbackSender;
import otklik.simulators.vk.callback.Disorder;
import otklik.simulators.vk.fault.Chance;
import otklik.simulators.vk.fault.Fault;
import otklik.simulators.vk.fault.Faults;
import otklik.simulators.vk.fault.Hit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Orders trouble: faults of methods, disorder of events, other behaviour, events of any type. */
@RestController
@RequestMapping("/vk/sim")
class TroubleApi {

    private final Faults faults;
    private final Disorder disorder;
    private final Switches switches;
    private final CallbackSender sender;

    TroubleApi(Faults faults, Disorder disorder, Switches switches, CallbackSender sender) {
        this.faults = faults;
        this.disorder = disorder;
        this.switches = switches;
        this.sender = sender;
    }

    record Troubles(List<Fault> active, List<Hit> hits) {}

    /** See {@link Chance}; absent fields: always. */
    record Disordered(
            Disorder.Kind kind,
            @Nullable Integer times,
            @Nullable Double probability,
            @Nullable Long seed) {}

    record RawEvent(String type, @Nullable Object object) {}

    @GetMapping("/faults")
    Troubles faults() {
        return new Troubles(faults.active(), faults.hits());
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    Troubles order(@RequestBody Fault fault) {
        faults.order(fault);
        return faults();
    }

    @DeleteMapping("/faults")
    Troubles clear() {
        faults.clear();
        return faults();
    }

    @PostMapping("/disorder")
    @ResponseStatus(HttpStatus.CREATED)
    Disordered order(@RequestBody Disordered ordered) {
        disorder.order(ordered.kind(), new Chance(ordered.times(), ordered.probability(), ordered.seed()));
        return ordered;
    }

    @DeleteMapping("/disorder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearDisorder() {
        disorder.clear();
    }

    @PostMapping("/groups/{groupId}/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<RawEvent> raise(@PathVariable long groupId, @RequestBody RawEvent event) {
        return Mono.fromCallable(() -> {
                    sender.raise(
                            groupId,
                            event.type(),
                            Optional.ofNullable(event.object()).orElse(List.of()));
                    return event;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/switches")
    Behaviour switches() {
        return switches.now();
    }

    /** Changes the named switches and leaves the others. */
    @PatchMapping("/switches")
    Behaviour change(@RequestBody SwitchChange change) {
        return switches.change(change::applied);
    }

    /** New values by the names of {@link Behaviour}; absent: unchanged. */
    record SwitchChange(
            @Nullable Boolean guidHonoured,
            @Nullable Duration guidWindow,
            @Nullable Boolean rateLimited,
            @Nullable Integer userRate,
            @Nullable Integer groupRate,
            @Nullable Integer serviceRate,
            @Nullable Integer messageLimit,
            @Nullable Integer tooLongCode,
            @Nullable Integer noPostCode,
            @Nullable Integer mostAttachments,
            @Nullable Boolean linksForbidden) {

        Behaviour applied(Behaviour now) {
            return new Behaviour(
                    or(guidHonoured, now.guidHonoured()),
                    or(guidWindow, now.guidWindow()),
                    or(rateLimited, now.rateLimited()),
                    or(userRate, now.userRate()),
                    or(groupRate, now.groupRate()),
                    or(serviceRate, now.serviceRate()),
                    or(messageLimit, now.messageLimit()),
                    or(tooLongCode, now.tooLongCode()),
                    or(noPostCode, now.noPostCode()),
                    or(mostAttachments, now.mostAttachments()),
                    or(linksForbidden, now.linksForbidden()));
        }

        private static <T> T or(@Nullable T value, T otherwise) {
            return value == null ? otherwise : value;
        }
    }
}
