package otklik.routing.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Sha256;
import otklik.routing.incident.core.Words;

/** The page of an evidence pack that people read: no scripts, nothing from elsewhere, times as the jurisdiction's clocks show them. */
final class EvidencePage {

    private EvidencePage() {}

    static String html(
            Incident incident,
            Regulation regulation,
            List<ApprovedReply> replies,
            List<TimelineEntry> timeline,
            Map<String, String> clauses,
            String post) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.of("ru"));
        String rows = timeline.stream()
                .map(entry -> row(entry, time, regulation.zone()))
                .collect(Collectors.joining());
        String rules = clauses.entrySet().stream()
                .map(clause -> "<dt>" + text(clause.getKey()) + "<dd>" + text(clause.getValue()))
                .collect(Collectors.joining());
        String answers = replies.stream()
                .map(reply -> reply(reply, time, regulation.zone()))
                .collect(Collectors.joining());
        return """
                <!doctype html><html lang="ru"><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}td,th{padding:.3em .6em;border-bottom:1px solid #ccc;\
                text-align:left;vertical-align:top}pre{white-space:pre-wrap;background:#f4f4f4;padding:1em}</style>
                <h1>Сообщение %1$s</h1>
                <p>%2$s. %3$s. Сейчас: %4$s. Время — часового пояса %5$s.
                <h2>Сообщение</h2><pre>%6$s</pre>
                %7$s
                <h2>Что было</h2><table><tr><th>Когда<th>Что<th>Кто<th>Пункт%8$s</table>
                <h2>Пункты регламента</h2><dl>%9$s</dl>
                <h2>Проверка</h2><p>Эту страницу, как и любой файл пакета, можно исправить, поэтому верить ей можно только после проверки.
                <ol><li>Распакуйте пакет в пустую папку и запустите в ней <code>python3 verify.py</code>. Скрипту не нужны ни сеть, ни эта
                система: он сверяет каждый файл с manifest.json и проверяет цепочку фактов, в которой хеш каждого покрывает хеш предыдущего.
                <li>Пакет, который целиком составили заново, сойдётся сам с собой. Поэтому сравните контрольное число пакета — SHA-256 файла
                manifest.json, его напечатает скрипт — с тем, что записала система, когда выдавала пакет: «Для проверяющих» в карточке
                сообщения или <code>GET /api/routing/v1/incidents/%10$s/integrity</code>, список packs. Такого числа там нет — пакет
                не настоящий.</ol><p>Подробнее — в README.txt.
                </html>
                """.formatted(
                        text(incident.number()),
                        text(regulation.name()),
                        text(regulation.profile().document()),
                        text(Words.of(incident.state())),
                        text(regulation.zone().getId()),
                        text(post),
                        replies.isEmpty() ? "<h2>Ответ</h2><p>Ответа ещё нет." : answers,
                        rows,
                        rules,
                        incident.id());
    }

    private static String reply(ApprovedReply reply, DateTimeFormatter time, ZoneId zone) {
        return "<h2>%s</h2><p>Согласовано: %s, %s<pre>%s</pre>%s<p>%s"
                .formatted(
                        kind(reply.kind()),
                        local(reply.at(), time, zone),
                        text(name(reply.by())),
                        text(reply.text()),
                        files(reply.attachments()),
                        published(reply, time, zone));
    }

    private static String kind(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> "Ответ";
            case INTERIM -> "Промежуточный ответ";
            case CLARIFICATION -> "Уточнение";
        };
    }

    /** Where the reply stands and what proves that it says there what was approved: the publisher's hash of what it sent. */
    private static String published(ApprovedReply reply, DateTimeFormatter time, ZoneId zone) {
        ApprovedReply.Published there = reply.published();
        if (there == null) {
            return "Не опубликован.";
        }
        return "Опубликован: %s, %s, %s%s"
                .formatted(
                        text(there.permalink()),
                        local(there.at(), time, zone),
                        there.manual() ? "вручную, записал(а) " + text(name(there.by())) : "системой",
                        proof(there.textSha256(), reply));
    }

    private static String proof(@Nullable String sent, ApprovedReply reply) {
        return sent == null
                ? " — вручную или до того, как хранили хеш отправленного."
                : "<br>SHA-256 отправленного текста <code>%s</code>: %s"
                        .formatted(
                                text(sent),
                                sent.equals(Sha256.of(reply.text()))
                                        ? "это текст ответа выше буква в букву."
                                        : "не буква в букву текст ответа выше; перед отправкой обезвреживаются упоминания, например «@имя».");
    }

    /** The files themselves are not in the pack; by the hash anybody can tell whether a file is the one that was sent. */
    private static String files(List<Attachment> files) {
        return files.isEmpty()
                ? ""
                : files.stream()
                        .map(file -> "<li>%s, %d байт, SHA-256 <code>%s</code>"
                                .formatted(text(file.name()), file.size(), text(file.sha256())))
                        .collect(Collectors.joining("", "<p>Вложения:<ul>", "</ul>"));
    }

    private static String row(TimelineEntry entry, DateTimeFormatter time, ZoneId zone) {
        return "<tr><td>%s<td>%s%s<td>%s<td>%s"
                .formatted(
                        local(entry.at(), time, zone),
                        text(entry.title()),
                        Stream.of("organName", "explanation", "note", "link")
                                .flatMap(detail -> entry.details().get(detail) instanceof String words
                                                && !entry.title().contains(words)
                                        ? Stream.of("<br><small>" + text(words) + "</small>")
                                        : Stream.empty())
                                .collect(Collectors.joining()),
                        text(name(entry.by())),
                        text(entry.clause()));
    }

    private static String name(Actor by) {
        return Objects.requireNonNullElse(by.name(), by.id());
    }

    private static String local(Instant at, DateTimeFormatter time, ZoneId zone) {
        return time.format(at.atZone(zone));
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : HtmlUtils.htmlEscape(words);
    }
}
