package io.attune.benchmarks.data;

import io.attune.benchmarks.acme.NamePool;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Feeds of an org: what the app sends, after a given share of its people changed. */
public final class Feeds {
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private final Org org;
  private final NamePool names;
  private final int changedPermille;
  private final boolean changedOnly;

  private Feeds(Org org, int changedPermille, boolean changedOnly) {
    this.org = org;
    this.names = new NamePool(org.seed());
    this.changedPermille = changedPermille;
    this.changedOnly = changedOnly;
  }

  /** Everybody; so many of a thousand changed. */
  public static Feeds full(Org org, int changedPermille) {
    return new Feeds(org, changedPermille, false);
  }

  /** Only those who changed. */
  public static Feeds delta(Org org, int changedPermille) {
    return new Feeds(org, changedPermille, true);
  }

  /** What is done with each person. */
  @FunctionalInterface
  private interface Each {
    void write(Person person) throws IOException;
  }

  private void forEach(Each each) throws IOException {
    for (int number = 0; number < org.people(); number++) {
      boolean changed = Org.isChanged(number, changedPermille);
      if (changed || !changedOnly) {
        Person person = Person.of(number, names, org.seed());
        each.write(changed ? person.promoted() : person);
      }
    }
  }

  /**
   * As SCIM 2.0 users, one a line.
   *
   * @throws IOException if the disk fails
   */
  public void writeScim(Path file) throws IOException {
    try (JsonText out = new JsonText(file)) {
      forEach(person -> scim(person, out));
    }
  }

  /**
   * As flat objects, one a line.
   *
   * @throws IOException if the disk fails
   */
  public void writeFlat(Path file) throws IOException {
    try (JsonText out = new JsonText(file)) {
      forEach(
          person -> {
            out.raw("{").member("externalId", Person.key(person.number()));
            for (Field field : Field.values()) {
              out.member(field.attribute, person.at(field));
            }
            out.raw("}").endLine();
          });
    }
  }

  /**
   * As CSV with a header.
   *
   * @throws IOException if the disk fails
   */
  public void writeCsv(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      List<String> cells = new ArrayList<>(List.of("externalId"));
      for (Field field : Field.values()) {
        cells.add(field.attribute);
      }
      out.append(String.join(",", cells)).append('\n');
      forEach(
          person -> {
            cells.clear();
            cells.add(Person.key(person.number()));
            for (Field field : Field.values()) {
              cells.add('"' + person.at(field) + '"');
            }
            out.append(String.join(",", cells)).append('\n');
          });
    }
  }

  private static void scim(Person person, JsonText out) throws IOException {
    out.raw("{\"schemas\":[\"" + CORE + "\",\"" + ENTERPRISE + "\"]");
    out.member("id", Person.key(person.number()));
    put(person, out, Field.USER_NAME);
    out.raw(",\"name\":{");
    put(
        person,
        out,
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.MIDDLE_NAME,
        Field.PREFIX,
        Field.SUFFIX);
    out.raw("}");
    put(
        person,
        out,
        Field.DISPLAY_NAME,
        Field.NICK_NAME,
        Field.PROFILE_URL,
        Field.TITLE,
        Field.USER_TYPE,
        Field.LANGUAGE,
        Field.LOCALE,
        Field.TIMEZONE);
    out.raw(",\"active\":true,\"emails\":[{").member("value", person.at(Field.EMAIL));
    out.raw(",\"type\":\"work\",\"primary\":true},{");
    out.member("value", person.at(Field.SECOND_EMAIL)).raw(",\"type\":\"home\"}]");
    out.raw(",\"phoneNumbers\":[{").member("value", person.at(Field.WORK_PHONE));
    out.raw(",\"type\":\"work\"},{").member("value", person.at(Field.MOBILE_PHONE));
    out.raw(",\"type\":\"mobile\"}],\"addresses\":[{\"type\":\"work\"");
    put(person, out, Field.STREET, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.COUNTRY);
    out.raw("}],\"" + ENTERPRISE + "\":{");
    put(
        person,
        out,
        Field.EMPLOYEE_NUMBER,
        Field.COST_CENTER,
        Field.ORGANIZATION,
        Field.DIVISION,
        Field.DEPARTMENT);
    out.raw(",\"manager\":{").member("value", person.at(Field.MANAGER_ID));
    out.member("displayName", person.at(Field.MANAGER)).raw("}}}").endLine();
  }

  private static void put(Person person, JsonText out, Field... fields) {
    for (Field field : fields) {
      String path = field.externalName;
      out.member(path.substring(path.lastIndexOf('.') + 1), person.at(field));
    }
  }
}
