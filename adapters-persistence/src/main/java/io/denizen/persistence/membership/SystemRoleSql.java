package io.denizen.persistence.membership;

import java.util.List;

interface SystemRoleSql {

  List<SystemRoleRow> all();
}
