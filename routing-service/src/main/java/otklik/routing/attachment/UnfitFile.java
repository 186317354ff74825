package otklik.routing.attachment;

import otklik.web.Problem;

/** Why a file cannot stand with a reply: an expected no, told to whoever brought it. */
final class UnfitFile {

    private UnfitFile() {}

    static Problem unknown(String detected, String accepted) {
        return refuse("Этот файл не подойдёт: внутри «%s». Можно приложить: %s.".formatted(detected, accepted));
    }

    static Problem mismatch(String ending, String inside) {
        return Problem.unprocessable(
                "attachment-mismatch",
                "Файл не тот, за кого себя выдаёт",
                "Файл назван «.%s», а внутри — %s. Проверьте, тот ли это файл.".formatted(ending, inside));
    }

    static Problem damaged(String what) {
        return Problem.unprocessable(
                "attachment-damaged", "Файл повреждён", what + " Откройте его у себя и сохраните заново.");
    }

    static Problem unsafe(String what) {
        return Problem.unprocessable("attachment-unsafe", "Файл небезопасен", what);
    }

    static Problem locked() {
        return Problem.unprocessable(
                "attachment-locked",
                "Документ защищён",
                "Документ закрыт паролем или запретом правки, и убрать из него сведения об авторах нельзя. "
                        + "Сохраните его без защиты и приложите ещё раз.");
    }

    static Problem signed() {
        return Problem.unprocessable(
                "attachment-signed",
                "Документ подписан",
                "В электронной подписи стоят личные сведения подписавшего, а без них она недействительна. "
                        + "Приложите копию без подписи: например, напечатайте документ в новый PDF.");
    }

    static Problem revised() {
        return Problem.unprocessable(
                "attachment-revised",
                "В документе остались правки",
                "В документе есть исправления, которые никто не принял: их увидит каждый. "
                        + "Примите или отклоните их («Рецензирование») и сохраните документ.");
    }

    static Problem unpacksTooLarge() {
        return unsafe("Внутри документа слишком много. Сохраните его заново, например в PDF.");
    }

    static Problem tooLarge(String what, long limitBytes) {
        return new Problem(
                413,
                "attachment-too-large",
                "Слишком большой файл",
                "%s — не больше %d МБ. Уменьшите файл и приложите ещё раз.".formatted(what, limitBytes >> 20),
                null);
    }

    static Problem tooManyPixels(long there, long most) {
        return Problem.unprocessable(
                "attachment-too-many-pixels",
                "Слишком большая картинка",
                "В картинке %d млн точек, принимается до %d млн. Уменьшите её."
                        .formatted(there / 1_000_000, most / 1_000_000));
    }

    private static Problem refuse(String detail) {
        return Problem.unprocessable("attachment-type", "Такой файл приложить нельзя", detail);
    }
}
