import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "totp.title": "Код при входе",
  "totp.lead":
    "После пароля спрашивается код из приложения на телефоне. Тогда один украденный пароль ничего не откроет.",
  "totp.on": "Включён: {when}.",
  "totp.turnOn": "Включить",
  "totp.turnOff": "Отключить",
  "totp.turnedOff": "Коды больше не спрашиваются",
  "totp.turnOff.title": "Отключить код?",
  "totp.turnOff.detail": "Тогда будет достаточно одного пароля. Запасные коды перестанут действовать.",
  "totp.enrol.title": "Добавьте Otklik в приложение",
  "totp.enrol.scan":
    "Откройте приложение для кодов, например Aegis, FreeOTP или своё хранилище паролей, и отсканируйте картинку.",
  "totp.enrol.qr": "QR-код с секретом для приложения",
  "totp.enrol.type": "Если камеры нет, наберите в приложении этот секрет:",
  "totp.enrol.copy": "Скопировать секрет",
  "totp.enrol.copied": "Секрет скопирован",
  "totp.enrol.code": "Код, который приложение показывает сейчас",
  "totp.enrol.wrong":
    "Неверный код. Наберите следующий, который покажет приложение, и проверьте время на телефоне.",
  "totp.enrol.submit": "Проверить и включить",
  "totp.enrol.busy": "Проверяем…",

  "codes.title": "Запасные коды",
  "codes.lead":
    "Каждый открывает один раз вместо кода приложения, если телефон потерян. Они видны только сейчас: храните их отдельно от пароля.",
  "codes.left": {
    one: "Остался {count} запасной код.",
    few: "Осталось {count} запасных кода.",
    many: "Осталось {count} запасных кодов.",
    other: "Осталось {count} запасного кода.",
  },
  "codes.none": "Запасных кодов не осталось: без телефона вы не войдёте.",
  "codes.renew": "Новые запасные коды",
  "codes.renew.title": "Сделать новые запасные коды?",
  "codes.renew.detail": "Прежние перестанут действовать, даже неиспользованные.",
  "codes.copy": "Скопировать все",
  "codes.copied": "Коды скопированы",
  "codes.print": "Напечатать",
  "codes.kept": "Коды сохранены",

  "passkeys.title": "Ключи входа",
  "passkeys.lead":
    "Ключ впускает по отпечатку, лицу или ПИН-коду вашего устройства, без пароля и кода, и его нельзя отдать поддельной странице.",
  "passkeys.empty": "Ключей пока нет.",
  "passkeys.none":
    "Здесь этот браузер не делает ключей входа. Для них сервер должен открываться по имени и по https.",
  "passkeys.failed": "Не удалось узнать, можно ли здесь сделать ключ",
  "passkeys.add": "Добавить ключ",
  "passkeys.add.title": "Добавить ключ этого устройства",
  "passkeys.add.detail": "Сначала вы подтвердите, что это вы, затем браузер сделает ключ.",
  "passkeys.name": "Как его назвать",
  "passkeys.name.hint": "Чтобы узнать его в списке, например «Рабочий ноутбук».",
  "passkeys.name.empty": "Дайте ему имя.",
  "passkeys.name.first": "Это устройство",
  "passkeys.added": "Ключ добавлен: {name}",
  "passkeys.addedAt": "добавлен {when}",
  "passkeys.lastUsedAt": "последний раз {when}",
  "passkeys.rename": "Переименовать",
  "passkeys.rename.label": "Переименовать: {name}",
  "passkeys.renamed": "Новое имя: {name}",
  "passkeys.save": "Сохранить",
  "passkeys.remove": "Удалить",
  "passkeys.remove.label": "Удалить: {name}",
  "passkeys.remove.title": "Удалить ключ «{name}»?",
  "passkeys.remove.detail":
    "Он больше не откроет Otklik. Удалите его и на устройстве, чтобы браузер его не предлагал.",
  "passkeys.removed": "Ключ удалён: {name}",
  "passkeys.notMade": "Браузер не сделал ключа",
  "passkeys.notMade.detail": "Вы закрыли его окно, или устройство их не делает. Ничего не изменилось.",
  "passkeys.known": "На этом устройстве уже есть ваш ключ",
  "passkeys.known.detail": "Одного на устройство достаточно.",

  "confirm.password": "Ваш нынешний пароль",
  "confirm.fresh": "У вас нет ни пароля, ни ключа, поэтому войти нужно было в последние десять минут.",
  "confirm.byPasskey": "Подтвердить ключом входа",
  "confirm.noPasskey": "Браузер не дал ключа",
  "confirm.noPasskey.detail": "Вы закрыли его окно, или на этом устройстве нет вашего ключа.",
  "confirm.busy": "Минуту…",
};
