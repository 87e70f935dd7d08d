package io.attune.benchmarks.expressions;

import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;

/** Google's CEL: programs planned once. */
final class CelEngine implements Engine {
  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .addVar("user", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addLibraries(CelExtensions.strings())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder().addLibraries(CelExtensions.strings()).build();

  private static List<String> texts(int set) {
    return List.of(
        "user.firstName + ' ' + user.lastName",
        "string(user.department).upperAscii()",
        "string(user.login).substring(0, string(user.login).indexOf('@'))",
        "has(user.email) ? user.email : user.login",
        "user.active ? 'ACTIVE " + set + "' : 'INACTIVE'",
        "has(user.nickName) && user.nickName != '' ? user.nickName : user.firstName",
        "user.level > 5 ? 'senior' : user.level > 2 ? 'regular' : 'junior'",
        "user.login",
        "string(user.firstName).substring(0, 1) + user.lastName",
        "user.department == 'Sales' || user.department == 'Marketing'",
        "user.level * 1000 + " + set,
        "string(user.costCenter).replace('-', '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) throws Exception {
    CelRuntime.Program[] programs = new CelRuntime.Program[MappingSet.SIZE];
    List<String> texts = texts(set);
    for (int index = 0; index < programs.length; index++) {
      programs[index] = runtime.createProgram(compiler.compile(texts.get(index)).getAst());
    }
    return (person, out) -> {
      for (int index = 0; index < programs.length; index++) {
        out[index] = programs[index].eval(person.variables());
      }
    };
  }
}
