package otklik.simulators.vk.api;

import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import otklik.simulators.vk.api.VkApi.Reply;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** VK's address for methods: GET or POST, a form or a multipart form, status 200 whatever the answer. */
@RestController
class MethodEndpoint {

    private static final String BEARER = "Bearer ";

    private final VkApi api;
    private final AnswerWriter writer;

    MethodEndpoint(VkApi api, AnswerWriter writer) {
        this.api = api;
        this.writer = writer;
    }

    @RequestMapping(
            path = "/vk/method/{name}",
            method = {GET, POST})
    Mono<Void> call(@PathVariable String name, ServerWebExchange exchange) {
        return reply(name, exchange).flatMap(reply -> writer.write(reply, exchange));
    }

    private Mono<Reply> reply(String name, ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (type == null || MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            return exchange.getFormData().flatMap(form -> call(name, form, exchange));
        }
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return exchange.getMultipartData().map(MethodEndpoint::fields).flatMap(form -> call(name, form, exchange));
        }
        return Mono.just(api.unreadable(name, type.toString()));
    }

    /** Off the event loop: a call waits for the wall's lock and for the journal. */
    private Mono<Reply> call(String name, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        Map<String, String> parameters =
                new LinkedHashMap<>(exchange.getRequest().getQueryParams().toSingleValueMap());
        parameters.putAll(form.toSingleValueMap());
        String bearer = bearer(exchange).orElse(null);
        return Mono.fromCallable(() -> api.call(name, new Parameters(parameters), bearer))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static MultiValueMap<String, String> fields(MultiValueMap<String, Part> parts) {
        MultiValueMap<String, String> fields = MultiValueMap.fromSingleValue(new LinkedHashMap<>());
        parts.toSingleValueMap().forEach((name, part) -> {
            if (part instanceof FormFieldPart field) {
                fields.add(name, field.value());
            }
        });
        return fields;
    }

    private static Optional<String> bearer(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }
}
