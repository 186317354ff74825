"""Проверяет пакет доказательств в своей папке. Нужен только Python 3.7 или новее: ни сети, ни системы, которая пакет выдала.

Код возврата 0 и INTACT: файлы те, что названы в manifest.json, и цепочка фактов цела. Иначе 1 и по строке BROKEN на каждую находку.
"""
import hashlib
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def files(manifest):
    """Каждый названный файл на месте и тот же, других нет."""
    named = manifest["files"]
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if not path.is_dir()}
    for name in sorted(set(named) - there):
        yield f"{name}: файла нет"
    for name in sorted(there - set(named) - {"manifest.json"}):
        yield f"{name}: лишний файл, в manifest.json его нет"
    for name in sorted(there & set(named)):
        if sha256((FOLDER / name).read_bytes()) != named[name]:
            yield f"{name}: файл изменён, его SHA-256 не тот, что в manifest.json"


def facts():
    """Только перевод строки кончает факт: внутри могут быть иные знаки, которые тоже делят строки."""
    lines = (FOLDER / "facts.jsonl").read_bytes().split(b"\n")
    if lines.pop():
        raise ValueError("последняя строка facts.jsonl обрезана")
    return [json.loads(line) for line in lines]


def chain(manifest, told):
    """Хеш каждого факта покрывает сам факт и хеш предыдущего."""
    before = "0" * 64
    for version, fact in enumerate(told, 1):
        covered = "\n".join([before, fact["incident"], str(fact["version"]), fact["at"], fact["actor"], fact["fact"]])
        if (
            fact["version"] != version
            or fact["incident"] != manifest["incident"]
            or json.loads(fact["fact"])["type"].rpartition("$")[2] != fact["type"]
            or sha256(covered.encode()) != fact["hash"]
        ):
            yield f"facts.jsonl: факт {version} изменён или не следует из предыдущего"
            return
        before = fact["hash"]
    if not told:
        yield "facts.jsonl: нет ни одного факта"
    elif json.loads(told[0]["fact"]).get("number") != manifest["number"]:
        yield "manifest.json: номер сообщения не тот, что в первом факте"
    if len(told) != manifest["facts"]:
        yield f"facts.jsonl: фактов {len(told)}, а в manifest.json {manifest['facts']}"
    if before != manifest["head"]:
        yield "facts.jsonl: хеш последнего факта не тот, что в manifest.json"


def registered(told):
    """SHA-256 текста сообщения, как он записан в первом факте; None у сообщений, записанных прежней версией системы."""
    return json.loads(told[0]["fact"]).get("textSha256") if told else None


def post(told):
    covered = registered(told)
    if covered is not None and sha256((FOLDER / "post.txt").read_bytes()) != covered:
        yield "post.txt: текст сообщения не тот, что был при регистрации"


def address_sha256(address):
    """Как считает система: хеши имени и значения через пробел, строки по порядку."""
    lines = sorted(f"{sha256(name.encode())} {sha256(value.encode())}" for name, value in address.items())
    return sha256("\n".join(lines).encode())


def origin(told):
    """Территория и адрес сообщения; у сообщений, записанных прежней версией системы, их проверить не с чем."""
    first = json.loads(told[0]["fact"])
    if first.get("addressSha256") is None:
        return
    incident = json.loads((FOLDER / "incident.json").read_bytes().decode("utf-8"))
    if incident["jurisdiction"] != first["jurisdiction"]:
        yield "incident.json: территория не та, что была при регистрации"
    if address_sha256(incident["address"]) != first["addressSha256"]:
        yield "incident.json: адрес сообщения не тот, что был при регистрации"


def found():
    """Всё, что не сходится."""
    try:
        manifest = json.loads((FOLDER / "manifest.json").read_bytes().decode("utf-8"))
        yield from files(manifest)
        told = facts()
        yield from chain(manifest, told)
        yield from post(told)
        yield from origin(told)
    except Exception as e:  # Чего нельзя прочесть, то не доказательство.
        yield f"пакет не читается: {type(e).__name__}: {e}"


def main():
    sys.stdout.reconfigure(errors="backslashreplace")
    faults = list(found())
    for fault in faults:
        print(f"BROKEN {fault}")
    if faults:
        sys.exit(1)
    told = facts()
    print(f"INTACT фактов: {len(told)}, хеш последнего: {told[-1]['hash']}")
    if registered(told) is None:
        print("Текст сообщения (post.txt) цепочкой не покрыт: сообщение записано прежней версией системы.")
    if json.loads(told[0]["fact"]).get("addressSha256") is None:
        print("Территория и адрес сообщения цепочкой не покрыты: сообщение записано прежней версией системы.")
    print(f"Контрольное число пакета (SHA-256 файла manifest.json): {sha256((FOLDER / 'manifest.json').read_bytes())}")
    print("Пакет согласован сам с собой. Настоящий ли он, покажет только сравнение этого числа с системой: см. README.txt.")


main()
