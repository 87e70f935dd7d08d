package io.attune.benchmarks.scim;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** What clients ask for, each of its own of the many users. */
enum Operation {
  /** A user, by id. */
  READ("read by id", 200, false) {
    @Override
    HttpRequest.Builder request(Users users, String base, int number) {
      return HttpRequest.newBuilder(URI.create(base + "/Users/" + users.id(number)));
    }
  },

  /** A user, by name: what comes before every create. */
  FILTER("userName filter", 200, false) {
    @Override
    HttpRequest.Builder request(Users users, String base, int number) {
      String filter = "userName eq \"" + users.userName(number) + "\"";
      return HttpRequest.newBuilder(
          URI.create(base + "/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)));
    }
  },

  /** A user who was not there. */
  CREATE("create", 201, true) {
    @Override
    HttpRequest.Builder request(Users users, String base, int number) {
      return HttpRequest.newBuilder(URI.create(base + "/Users"))
          .POST(BodyPublishers.ofString(users.newcomer(number)));
    }
  },

  /** A new title. */
  PATCH("PATCH", 200, true) {
    @Override
    HttpRequest.Builder request(Users users, String base, int number) {
      String body =
          "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
              + "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Title "
              + number
              + "\"}]}";
      return HttpRequest.newBuilder(URI.create(base + "/Users/" + users.id(number)))
          .method("PATCH", BodyPublishers.ofString(body));
    }
  },

  /** A page of the most users that one may have; page after page makes all of them. */
  PAGE("page of " + Operation.PAGE_SIZE, 200, false) {
    @Override
    HttpRequest.Builder request(Users users, String base, int number) {
      int pages = (users.size() + PAGE_SIZE - 1) / PAGE_SIZE;
      int start = number % pages * PAGE_SIZE + 1;
      return HttpRequest.newBuilder(
          URI.create(base + "/Users?startIndex=" + start + "&count=" + PAGE_SIZE));
    }
  };

  /** The most that a page holds. */
  static final int PAGE_SIZE = 1000;

  private final String words;
  private final int status;
  private final boolean writes;

  Operation(String words, int status, boolean writes) {
    this.words = words;
    this.status = status;
    this.writes = writes;
  }

  /** As tables name it. */
  String words() {
    return words;
  }

  /** What is answered if all is well. */
  int status() {
    return status;
  }

  boolean writes() {
    return writes;
  }

  /** The request of this number, from 0; equal numbers ask for the same. */
  abstract HttpRequest.Builder request(Users users, String base, int number);
}
