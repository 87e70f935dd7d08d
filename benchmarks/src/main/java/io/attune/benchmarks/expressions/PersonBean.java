package io.attune.benchmarks.expressions;

import org.jspecify.annotations.Nullable;

/** A person as a bean, under {@code user} of itself: SpEL's compiler wants public getters. */
public final class PersonBean {
  private final @Nullable Object[] slots;

  PersonBean(@Nullable Object[] slots) {
    this.slots = slots;
  }

  public PersonBean getUser() {
    return this;
  }

  public @Nullable String getFirstName() {
    return (String) slots[PersonForms.FIRST_NAME];
  }

  public @Nullable String getLastName() {
    return (String) slots[PersonForms.LAST_NAME];
  }

  public @Nullable String getLogin() {
    return (String) slots[PersonForms.LOGIN];
  }

  public @Nullable String getEmail() {
    return (String) slots[PersonForms.EMAIL];
  }

  public @Nullable String getDepartment() {
    return (String) slots[PersonForms.DEPARTMENT];
  }

  public @Nullable String getNickName() {
    return (String) slots[PersonForms.NICK_NAME];
  }

  public @Nullable String getCity() {
    return (String) slots[PersonForms.CITY];
  }

  public @Nullable String getCountry() {
    return (String) slots[PersonForms.COUNTRY];
  }

  public @Nullable String getCostCenter() {
    return (String) slots[PersonForms.COST_CENTER];
  }

  public boolean isActive() {
    return Boolean.TRUE.equals(slots[PersonForms.ACTIVE]);
  }

  public long getLevel() {
    return slots[PersonForms.LEVEL] instanceof Long level ? level : 0;
  }
}
