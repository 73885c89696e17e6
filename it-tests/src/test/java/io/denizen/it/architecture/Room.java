package io.denizen.it.architecture;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A feature: it has a package of this name in every module that knows features. */
enum Room {
  SHARED,
  AUDIT,
  IDENTITY,
  MEMBERSHIP,
  SESSION,
  CREDENTIAL;

  /** The testkit is not among them: its contracts of the journal need aggregates to write. */
  static final List<Module> MODULES =
      List.of(Module.DOMAIN, Module.APPLICATION, Module.PERSISTENCE, Module.GRPC_ADAPTERS);

  /** The room's package in a module; the API's has a version and no room that is shared. */
  String in(Module module) {
    String name = name().toLowerCase(Locale.ROOT);
    return module == Module.PROTO ? "io.denizen." + name + ".v1" : module.root() + "." + name;
  }

  /** What classes of this room in one module may not use, of all that the module itself may see. */
  Set<String> forbidden(Module module) {
    Set<String> forbidden = new HashSet<>();
    for (Room room : values()) {
      if (!permitted().contains(room)) {
        forbidden.add(room.in(module));
      }
      for (Module seen : module.modules()) {
        if (!(seen == Module.PROTO && room == SHARED) && !permittedAcross(module, seen, room)) {
          forbidden.add(room.in(seen));
        }
      }
    }
    return forbidden;
  }

  private boolean permittedAcross(Module from, Module to, Room room) {
    return switch (to) {
      // Whatever is written is audited, so every shared room outside the domain knows who asked.
      case DOMAIN ->
          permitted().contains(room)
              || (this == SHARED && room == AUDIT)
              // Deleting an identity deletes its memberships.
              || (this == IDENTITY && room == MEMBERSHIP && from == Module.APPLICATION);
      case PROTO -> this == room;
      default -> permitted().contains(room);
    };
  }

  private Set<Room> permitted() {
    return switch (this) {
      case SHARED -> EnumSet.of(SHARED);
      case AUDIT -> EnumSet.of(AUDIT, SHARED);
      case IDENTITY -> EnumSet.of(IDENTITY, AUDIT, SHARED);
      case MEMBERSHIP, SESSION, CREDENTIAL -> EnumSet.of(this, IDENTITY, AUDIT, SHARED);
    };
  }
}
