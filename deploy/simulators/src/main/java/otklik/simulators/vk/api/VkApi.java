package otklik.simulators.vk.api;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.fault.Fault;
import otklik.simulators.vk.fault.FaultKind;
import otklik.simulators.vk.fault.Faults;
import otklik.simulators.vk.fault.Hit;

/** A call from its parameters to its answer: method, version, token, rate, fault, and then the method itself. */
@Component
class VkApi {

    private final Map<String, VkMethod> methods;
    private final VkSettings settings;
    private final RateLimit rate;
    private final Faults faults;
    private final InstantSource time;

    VkApi(List<VkMethod> methods, VkSettings settings, RateLimit rate, Faults faults, InstantSource time) {
        this.methods = methods.stream().collect(Collectors.toMap(VkMethod::name, Function.identity()));
        this.settings = settings;
        this.rate = rate;
        this.faults = faults;
        this.time = time;
    }

    /** The body to be answered, and the fault that is to spoil it. */
    record Reply(Map<String, Object> body, @Nullable Fault fault) {}

    private record RequestParam(String key, String value) {}

    Reply call(String name, Parameters parameters, @Nullable String bearer) {
        try {
            VkMethod method = known(name);
            checkVersion(parameters);
            Token token = admitted(method, parameters, bearer);
            return perform(method, token, parameters);
        } catch (Refused refusal) {
            return new Reply(error(refusal, name, parameters), null);
        }
    }

    /** The refusal of a body that VK does not read. */
    Reply unreadable(String name, String mediaType) {
        Refused refusal = new Refused(VkError.REQUEST, mediaType + " is not supported, send a form");
        return new Reply(error(refusal, name, new Parameters(Map.of())), null);
    }

    private VkMethod known(String name) {
        return Optional.ofNullable(methods.get(name)).orElseThrow(() -> new Refused(VkError.METHOD));
    }

    private void checkVersion(Parameters parameters) {
        Version asked = parameters
                .text("v")
                .flatMap(Version::read)
                .orElseThrow(() -> new Refused(VkError.REQUEST, "v (version) is required"));
        Version oldest = Version.read(settings.minimumVersion()).orElseThrow();
        if (asked.compareTo(oldest) < 0) {
            throw new Refused(VkError.REQUEST, "versions below " + settings.minimumVersion() + " are deprecated");
        }
    }

    private Token admitted(VkMethod method, Parameters parameters, @Nullable String bearer) {
        String value = parameters
                .text(Parameters.TOKEN)
                .or(() -> Optional.ofNullable(bearer))
                .orElseThrow(() -> new Refused(VkError.AUTH, "no access_token passed."));
        Token token = settings.tokens().stream()
                .filter(known -> known.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new Refused(VkError.AUTH, "invalid access_token (4)."));
        if (!method.tokens().contains(token.kind())) {
            throw switch (token.kind()) {
                case GROUP -> new Refused(VkError.GROUP_AUTH, "method is unavailable with group auth.");
                case SERVICE -> new Refused(VkError.SERVICE_AUTH, "method is unavailable with service token.");
                case USER -> new Refused(VkError.AUTH, "method is unavailable with user token.");
            };
        }
        if (!rate.admits(token)) {
            throw new Refused(VkError.TOO_MANY);
        }
        return token;
    }

    private Reply perform(VkMethod method, Token token, Parameters parameters) {
        Optional<Fault> fault = faults.strike(method.name());
        if (fault.isEmpty()) {
            return new Reply(response(method.answer(token, parameters)), null);
        }
        return fault.get().kind().executed()
                ? executed(method, token, parameters, fault.get())
                : notExecuted(method, parameters, fault.get());
    }

    private Reply executed(VkMethod method, Token token, Parameters parameters, Fault fault) {
        Map<String, Object> body;
        boolean done = true;
        try {
            body = response(method.answer(token, parameters));
        } catch (Refused refusal) {
            done = false;
            body = error(refusal, method.name(), parameters);
        }
        note(fault, method, done, parameters, done ? body.get("response") : null);
        if (fault.kind() == FaultKind.EXECUTED_THEN_ERROR) {
            body = error(Refused.by(fault.errorCode(), ""), method.name(), parameters);
        }
        return new Reply(body, fault);
    }

    private Reply notExecuted(VkMethod method, Parameters parameters, Fault fault) {
        note(fault, method, false, parameters, null);
        return new Reply(error(Refused.by(fault.errorCode(), ""), method.name(), parameters), fault);
    }

    private void note(
            Fault fault, VkMethod method, boolean executed, Parameters parameters, @Nullable Object response) {
        String guid = parameters.text("guid").orElse(null);
        faults.note(new Hit(fault.kind(), method.name(), executed, guid, response, time.instant()));
    }

    private static Map<String, Object> response(Object response) {
        return Map.of("response", response);
    }

    private static Map<String, Object> error(Refused refusal, String method, Parameters parameters) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("method", method);
        request.put("oauth", "1");
        request.putAll(parameters.harmless());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error_code", refusal.code());
        error.put("error_msg", refusal.words());
        error.put(
                "request_params",
                request.entrySet().stream()
                        .map(parameter -> new RequestParam(parameter.getKey(), parameter.getValue()))
                        .toList());
        if (refusal.code() == VkError.CAPTCHA.code()) {
            error.putAll(Captcha.fields());
        }
        return Map.of("error", error);
    }
}
