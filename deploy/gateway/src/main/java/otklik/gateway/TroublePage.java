package otklik.gateway;

/** A page without scripts, for people whose browser asked for a page and met a trouble. */
final class TroublePage {

    private TroublePage() {}

    static String of(Trouble trouble) {
        return of(trouble.title(), trouble.detail());
    }

    static String of(String title, String detail) {
        return """
                <!DOCTYPE html>
                <html lang="ru"><head><meta charset="utf-8"><title>%1$s — Отклик</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1.25rem;color:#1b2430}
                p{color:#5b6775}</style></head>
                <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">На главную</a></p></body></html>
                """.formatted(title, detail);
    }
}
