package io.attune.benchmarks.expressions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a Java programmer would write over slots: the measure of all others. */
final class HandWritten implements Engine {
  @Override
  public MappingSet compile(int set) {
    return (person, out) -> evaluate(person.slots(), set, out);
  }

  private static void evaluate(@Nullable Object[] slots, int set, @Nullable Object[] out) {
    String first = (String) slots[PersonForms.FIRST_NAME];
    String last = (String) slots[PersonForms.LAST_NAME];
    String login = (String) slots[PersonForms.LOGIN];
    String email = (String) slots[PersonForms.EMAIL];
    String department = (String) slots[PersonForms.DEPARTMENT];
    String nickName = (String) slots[PersonForms.NICK_NAME];
    Object level = slots[PersonForms.LEVEL];
    String costCenter = (String) slots[PersonForms.COST_CENTER];
    if (first == null
        || login == null
        || department == null
        || level == null
        || costCenter == null) {
      throw new IllegalArgumentException("everybody has these");
    }
    long grade = (Long) level;
    out[0] = first + " " + last;
    out[1] = department.toUpperCase(Locale.ROOT);
    out[2] = login.substring(0, login.indexOf('@'));
    out[3] = email == null ? login : email;
    out[4] = Boolean.TRUE.equals(slots[PersonForms.ACTIVE]) ? "ACTIVE " + set : "INACTIVE";
    out[5] = nickName == null || nickName.isEmpty() ? first : nickName;
    out[6] = grade > 5 ? "senior" : grade > 2 ? "regular" : "junior";
    out[7] = login;
    out[8] = first.substring(0, 1) + last;
    out[9] = department.equals("Sales") || department.equals("Marketing");
    out[10] = grade * 1000 + set;
    out[11] = costCenter.replace("-", "") + ", " + slots[PersonForms.CITY];
  }
}
