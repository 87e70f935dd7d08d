package io.attune.benchmarks.acme;

/** What happens to one person between yesterday and tonight's feed; each makes one outcome. */
enum Fate {
  UNCHANGED,
  PROMOTED,
  GONE,
  LEFT_INACTIVE,
  RETURNED_SUSPENDED,
  RETURNED_DEACTIVATED,
  UNREADABLE,
  WITHOUT_USERNAME,
  FAILING_EXPRESSION,
  KEPT_EXPRESSION,
  INVALID_COUNTRY,
  PROTECTED_GONE,
  PROTECTED_MATCH,
  EXISTING,
  NAMESAKE,
  NAMESAKE_CONFIRMED_NEW,
  TWO_PEOPLE,
  SECOND_RECORD,
  SAME_PERSON_TWICE,
  LOGIN_HELD;

  /**
   * The fate of a person by number: a fixed cast comes first, everybody else changes at the given
   * rate.
   *
   * @param changedPermille how many of a thousand ordinary people were promoted
   */
  static Fate of(int number, int changedPermille) {
    if (number == 0) {
      return PROTECTED_GONE;
    }
    if (number == 1) {
      return PROTECTED_MATCH;
    }
    if (number < 10) {
      return GONE;
    }
    if (number < 15) {
      return LEFT_INACTIVE;
    }
    return number < 20 ? RETURNED_SUSPENDED : later(number, changedPermille);
  }

  private static Fate later(int number, int changedPermille) {
    Fate[] cast = {
      RETURNED_DEACTIVATED,
      UNREADABLE,
      WITHOUT_USERNAME,
      FAILING_EXPRESSION,
      KEPT_EXPRESSION,
      INVALID_COUNTRY,
      EXISTING,
      NAMESAKE,
      NAMESAKE_CONFIRMED_NEW,
      TWO_PEOPLE,
      SECOND_RECORD,
      SAME_PERSON_TWICE,
      LOGIN_HELD
    };
    int place = number - 20;
    if (place < cast.length * 3) {
      return cast[place / 3];
    }
    long mixed = (number * 0x9E3779B97F4A7C15L) >>> 1;
    return mixed % 1000 < changedPermille ? PROMOTED : UNCHANGED;
  }
}
