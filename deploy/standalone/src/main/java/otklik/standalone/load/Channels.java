package otklik.standalone.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;

/** Which network a row is from: by its column, else by its link. */
final class Channels {

    private static final List<Map.Entry<String, Channel>> SIGNS = List.of(
            Map.entry("вконтакте", Channel.VK),
            Map.entry("vk.", Channel.VK),
            Map.entry("одноклассник", Channel.OK),
            Map.entry("ok.ru", Channel.OK),
            Map.entry("телеграм", Channel.TELEGRAM),
            Map.entry("telegram", Channel.TELEGRAM),
            Map.entry("t.me/", Channel.TELEGRAM),
            Map.entry("instagram", Channel.INSTAGRAM),
            Map.entry("инстаграм", Channel.INSTAGRAM),
            Map.entry("facebook", Channel.FACEBOOK),
            Map.entry("фейсбук", Channel.FACEBOOK),
            Map.entry("twitter", Channel.TWITTER),
            Map.entry("твиттер", Channel.TWITTER),
            Map.entry("youtube", Channel.VIDEO_HOSTING),
            Map.entry("rutube", Channel.VIDEO_HOSTING));

    private static final Map<String, Channel> SHORT =
            Map.of("вк", Channel.VK, "vk", Channel.VK, "ок", Channel.OK, "ok", Channel.OK, "max", Channel.MAX);

    private Channels() {}

    static Channel of(@Nullable String named, @Nullable String url, Channel otherwise) {
        Channel byName = named == null ? null : find(named);
        if (byName != null) {
            return byName;
        }
        Channel byUrl = url == null ? null : find(url);
        return byUrl == null ? otherwise : byUrl;
    }

    private static @Nullable Channel find(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        Channel known = SHORT.get(lower);
        if (known != null) {
            return known;
        }
        return SIGNS.stream()
                .filter(sign -> lower.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
