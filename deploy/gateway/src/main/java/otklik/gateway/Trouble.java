package otklik.gateway;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import otklik.gateway.BodyLimit.BodyTooLargeException;

/** What can go wrong at the gateway, and what people are told about it. */
enum Trouble {
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Часть системы сейчас недоступна",
            "Ничего не потеряно. Подождите немного и повторите; если не помогло, сообщите администратору."),
    TIMEOUT(
            HttpStatus.GATEWAY_TIMEOUT,
            "Ответ не получен вовремя",
            "Действие могло выполниться. Обновите страницу и проверьте, прежде чем повторять."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "Запрос слишком большой",
            "Разделите данные на части поменьше и отправьте их по очереди."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Такого адреса нет", "Проверьте адрес: возможно, в нём опечатка."),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Запрос не понят", "Проверьте адрес и содержимое запроса."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Внутренняя ошибка",
            "Повторите позже; если не помогло, сообщите администратору время ошибки.");

    private final HttpStatus status;
    private final String title;
    private final String detail;

    Trouble(HttpStatus status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    /** In problem+json and in its type: {@code service-unavailable}. */
    String code() {
        return this == UNAVAILABLE
                ? "service-unavailable"
                : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Trouble of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Trouble known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return INTERNAL;
    }

    private static @Nullable Trouble known(Throwable cause) {
        return switch (cause) {
            case BodyTooLargeException large -> TOO_LARGE;
            case ConnectException refused -> UNAVAILABLE;
            case UnknownHostException unknown -> UNAVAILABLE;
            case reactor.netty.http.client.PrematureCloseException closed -> UNAVAILABLE;
            case TimeoutException late -> TIMEOUT;
            case ResponseStatusException status ->
                ofStatus(status.getStatusCode().value());
            default -> null;
        };
    }

    private static @Nullable Trouble ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 413 -> TOO_LARGE;
            case 503 -> UNAVAILABLE;
            case 504 -> TIMEOUT;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : null;
        };
    }
}
