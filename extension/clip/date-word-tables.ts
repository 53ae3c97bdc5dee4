/** Units of time that words count. */
export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** Words of dates, without full stops, ё as е, in lower case. */
const UNITS: Readonly<Record<TimeUnit, string>> = {
  second: "s sec secs second seconds с сек секунд секунду секунды секунда",
  minute: "m min mins minute minutes мин минут минуту минуты минута",
  hour: "h hr hrs hour hours ч час часа часов",
  day: "d day days д дн день дня дней",
  week: "w wk wks week weeks нед неделю недели недель неделя",
  month: "mo mos month months мес месяц месяца месяцев",
  year: "y yr yrs year years г год года лет",
};

const MONTHS: readonly string[] = [
  "january jan январь января янв",
  "february feb февраль февраля фев февр",
  "march mar март марта мар",
  "april apr апрель апреля апр",
  "may май мая",
  "june jun июнь июня июн",
  "july jul июль июля июл",
  "august aug август августа авг",
  "september sep sept сентябрь сентября сен сент",
  "october oct октябрь октября окт",
  "november nov ноябрь ноября ноя нояб",
  "december dec декабрь декабря дек",
];

/** From Monday. */
const WEEKDAYS: readonly string[] = [
  "monday mon понедельник пн пнд пон",
  "tuesday tue tues вторник вт втр",
  "wednesday wed среда среду ср срд",
  "thursday thu thur thurs четверг чт чтв",
  "friday fri пятница пятницу пт птн",
  "saturday sat суббота субботу сб сбт",
  "sunday sun воскресенье вс вск",
];

const NUMBERS: readonly string[] = [
  "a an one один одну одна",
  "two два две",
  "three три",
  "four четыре",
  "five пять",
  "six шесть",
  "seven семь",
  "eight восемь",
  "nine девять",
  "ten десять",
];

/** Days before today. */
const DAYS_AGO: readonly string[] = ["today сегодня", "yesterday вчера", "позавчера"];

export const UNIT_OF: ReadonlyMap<string, TimeUnit> = tableOf(UNITS);
/** From 1. */
export const MONTH_OF: ReadonlyMap<string, number> = ranksOf(MONTHS, 1);
/** From Monday, 1. */
export const WEEKDAY_OF: ReadonlyMap<string, number> = ranksOf(WEEKDAYS, 1);
export const NUMBER_OF: ReadonlyMap<string, number> = ranksOf(NUMBERS, 1);
export const DAYS_AGO_OF: ReadonlyMap<string, number> = ranksOf(DAYS_AGO, 0);

/** Say that what stands before is over. */
export const AGO: ReadonlySet<string> = setOf("ago назад");
/** Right now, as the whole of the words. */
export const NOW: ReadonlySet<string> = new Set([
  "now",
  "just now",
  "moments ago",
  "a moment ago",
  "a few seconds ago",
  "few seconds ago",
  "less than a minute ago",
  "сейчас",
  "только что",
  "несколько секунд назад",
  "меньше минуты назад",
]);
/** Make an amount a rough one, which any amount is. */
export const ROUGHLY: ReadonlySet<string> = setOf(
  "about around almost over nearly около почти примерно более и and",
);
/** May stand round a date and say nothing. */
export const FILLERS: ReadonlySet<string> = setOf(
  "at on of the st nd rd th posted published commented asked answered date в во г го год года от опубликовано опубликован опубликована добавлено добавлен написано написал написала отправлено размещено создано дата",
);

function setOf(words: string): Set<string> {
  return new Set(words.split(" "));
}

function tableOf<Value extends string>(words: Readonly<Record<Value, string>>): Map<string, Value> {
  const table = new Map<string, Value>();
  for (const value in words) for (const word of words[value].split(" ")) table.set(word, value);
  return table;
}

function ranksOf(words: readonly string[], first: number): Map<string, number> {
  return new Map(words.flatMap((line, rank) => line.split(" ").map((word) => [word, rank + first] as const)));
}
