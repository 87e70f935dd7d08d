package io.attune.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A feed for a {@link RandomOrg}, in each form that a feed can have: of most of its people, some
 * changed, inactive or under another key, and of new ones; in some feeds with records that are
 * doubled, that contradict each other or cannot be read, with groups, and with ends that lie.
 */
final class RandomFeed {
  private static final List<String> TITLES = List.of("Analyst", "Lead", "", "Größe 1");

  private static final List<String> UNREADABLE =
      List.of(
          "{\"externalId\":",
          "{\"title\":\"nobody\"}",
          "{\"externalId\":\"e00001\",\"title\":{\"is\":7}}",
          "{\"externalId\":\"e00002\",\"title\":\"\\ud83d\"}",
          "{\"externalId\":\"e00003\",\"externalId\":\"e00004\"}",
          "[]",
          "what is this",
          "");

  private final Random random;
  private final boolean isMessy;

  private RandomFeed(Random random) {
    this.random = random;
    this.isMessy = random.nextBoolean();
  }

  /** Writes one, named by its form. */
  static String write(Random random, Path folder, int people) {
    RandomFeed feed = new RandomFeed(random);
    int form = random.nextInt(8);
    String name = form == 0 ? "feed.csv" : form == 1 ? "feed.json" : "feed.jsonl";
    List<String> records = form == 0 ? feed.rows(people) : feed.records(people);
    String text =
        switch (form) {
          case 0 -> "externalId,firstName,lastName,email,title\n" + feed.lines(records);
          case 1 -> "[" + String.join(",\n", records) + (feed.lies() ? "" : "]\n");
          case 2 -> feed.pages(records);
          case 3 -> feed.lines(records) + feed.end(records.size());
          default -> feed.lines(records);
        };
    TinyOrg.put(folder, name, text);
    return name;
  }

  private boolean lies() {
    return isMessy && random.nextInt(4) == 0;
  }

  private String end(int count) {
    return "{\"end\":true,\"count\":" + (lies() ? count + 1 : count) + "}\n";
  }

  private String title() {
    int form = random.nextInt(200);
    return form == 0 ? "x".repeat(random.nextInt(60_000)) : TITLES.get(form % TITLES.size());
  }

  private List<String> rows(int people) {
    List<String> rows = new ArrayList<>();
    for (int person = 0; person < people + 4; person++) {
      if (random.nextInt(8) > 0) {
        String row = "e%05d,First%2$d,Last%2$d,p%2$d@tiny.example,".formatted(person, person);
        rows.add(row + title() + (isMessy && random.nextInt(20) == 0 ? ",shifted" : ""));
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private List<String> records(int people) {
    List<String> records = new ArrayList<>();
    for (int person = 0; person < people + 4; person++) {
      if (random.nextInt(8) > 0) {
        records.add(record(person));
        if (isMessy && random.nextInt(10) == 0) {
          records.add(
              random.nextBoolean() ? records.get(records.size() - 1) : TinyOrg.record(person, ""));
        }
      }
      if (isMessy && random.nextInt(20) == 0) {
        records.add(UNREADABLE.get(random.nextInt(UNREADABLE.size())));
      }
    }
    Collections.shuffle(records, random);
    for (int group = random.nextInt(6) - 3; group > 0; group--) {
      records.add(random.nextInt(records.size() + 1), group(group, people));
    }
    return records;
  }

  private String record(int person) {
    String record = TinyOrg.record(person, title());
    if (random.nextInt(8) == 0) {
      return record.replaceFirst("\\{", "{\"active\":false,");
    }
    return switch (random.nextInt(20)) {
      // Another key for the same person, and another person with the address of the first one.
      case 0, 1 -> record.replace("\"e0", "\"x0");
      case 2 -> record.replace("\"e0", "\"x0").replaceFirst("p\\d+@", "p0@");
      default -> record;
    };
  }

  private String group(int group, int people) {
    return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"g%1$d\","
            .formatted(group)
        + "\"displayName\":\"Team\",\"members\":[{\"value\":\"e%05d\"},{\"value\":\"nobody\"}]}"
            .formatted(random.nextInt(people));
  }

  private String lines(List<String> records) {
    StringBuilder text = new StringBuilder();
    records.forEach(each -> text.append(each).append(random.nextInt(9) == 0 ? "\r\n" : "\n"));
    return text.toString();
  }

  private String pages(List<String> records) {
    StringBuilder text = new StringBuilder();
    int size = 1 + random.nextInt(10);
    for (int start = 0; start < records.size(); start += size) {
      List<String> page = records.subList(start, Math.min(records.size(), start + size));
      text.append("{\"totalResults\":").append(lies() ? 1 : records.size());
      text.append(",\"Resources\":[").append(String.join(",", page)).append("]}\n");
    }
    return text.toString();
  }
}
