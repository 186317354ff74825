package otklik.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StorytellerTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Storyteller teller = new Storyteller(new PrintStream(said, true, StandardCharsets.UTF_8));

    private String told(String entry) {
        teller.entry(JsonMapper.shared().readTree(entry));
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void fact_isToldWithItsTimeClauseAndPerson() {
        assertThat(told("""
                {"at":"2026-11-27T20:38:53Z","version":3,"title":"Взято в работу","clause":"AK-9","by":{"name":"Игорь Савин"}}""")).isEqualTo("03:38:53.000  AK-9    Взято в работу (Игорь Савин)");
    }

    @Test
    void deadline_isToldWithWhenItIsDue() {
        assertThat(told("""
                {"at":"2026-11-27T20:38:53Z","title":"Пошёл срок: Доработать","clause":"AK-11",
                 "details":{"dueAt":"2026-11-27T21:38:53Z"}}""")).isEqualTo("AK-11   └ Пошёл срок: Доработать — сб 28 ноября 04:38");
    }

    @Test
    void whoseTimeItTook_isToldThoughNothingIsDue() {
        assertThat(told("""
                {"at":"2026-11-27T20:38:55Z","title":"Чьё рабочее время ушло: у куратора — 3 минуты","details":{"parts":[]}}""")).isEqualTo("└ Чьё рабочее время ушло: у куратора — 3 минуты");
    }
}
