/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQL of the table of every kind, put together from the field tables. */
#include "store/way-schema-sql.h"

#define DEFERRED "DEFERRABLE INITIALLY DEFERRED"

/* Every record has an item, so that an id is one record's only and whatever refers to any kind has something to refer to. */
static const char *const own_tables[] = {
  "CREATE TABLE \"item\" (\"id\" TEXT PRIMARY KEY NOT NULL, \"kind\" TEXT NOT NULL) STRICT, WITHOUT ROWID",
  "CREATE TABLE \"history\" (\"sequence\" INTEGER PRIMARY KEY, \"undone\" INTEGER NOT NULL, \"label\" TEXT NOT NULL, "
    "\"at\" INTEGER NOT NULL, \"changeset\" BLOB NOT NULL) STRICT",
  "CREATE INDEX \"history_undone\" ON \"history\" (\"undone\")",
  "CREATE TABLE \"state\" (\"name\" TEXT PRIMARY KEY NOT NULL, \"value\" ANY) STRICT, WITHOUT ROWID",
};

static const char *
column_type (WayFieldType type)
{
  switch (type)
    {
    case WAY_FIELD_NUMBER:
      return "REAL";
    case WAY_FIELD_WHOLE:
      return "INTEGER";
    case WAY_FIELD_DONE:
    case WAY_FIELD_LABEL:
      return "ANY";
    case WAY_FIELD_TEXT:
    case WAY_FIELD_TEXTS:
    case WAY_FIELD_NAMED_TEXTS:
    case WAY_FIELD_CHOICE:
    case WAY_FIELD_DATE:
    case WAY_FIELD_REFERENCE:
    default:
      return "TEXT";
    }
}

static void
append_field (GString           *sql,
              const WayKindInfo *info,
              const WayField    *field)
{
  gboolean required = (field->flags & WAY_FIELD_REQUIRED) != 0;

  g_string_append_printf (sql, ",\n  \"%s\" %s%s", field->name, column_type (field->type), required ? " NOT NULL" : "");
  if (field->type != WAY_FIELD_REFERENCE)
    return;
  /* Evidence is of a story or of a quote: whichever it is, without it there is no evidence. */
  g_string_append_printf (sql, " REFERENCES \"%s\" (\"id\") ON DELETE %s " DEFERRED,
                          field->target != WAY_KIND_NONE ? way_kind_get_info (field->target)->name : "item",
                          required || info->kind == WAY_KIND_EVIDENCE ? "CASCADE" : "SET NULL");
}

static void
append_columns (GString           *sql,
                const WayKindInfo *info,
                guint              n_fields,
                const char        *before)
{
  g_string_append_printf (sql, "%s\"id\", %s\"within\", %s\"position\"", before, before, before);
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (sql, ", %s\"%s\"", before, info->fields[i].name);
}

static char *
dup_table (const WayKindInfo *info,
           const char        *name,
           guint              version)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\n  \"id\" TEXT PRIMARY KEY NOT NULL REFERENCES \"item\" (\"id\") "
                          "ON DELETE CASCADE " DEFERRED, name);
  if (info->within != WAY_KIND_NONE)
    g_string_append_printf (sql, ",\n  \"within\" TEXT NOT NULL REFERENCES \"%s\" (\"id\") ON DELETE CASCADE " DEFERRED,
                            way_kind_get_info (info->within)->name);
  else
    g_string_append (sql, ",\n  \"within\" TEXT CHECK (\"within\" IS NULL)");
  g_string_append (sql, ",\n  \"position\" REAL NOT NULL");
  for (guint i = 0; i < way_kind_count_fields (info->kind, version); i++)
    append_field (sql, info, &info->fields[i]);
  if (info->kind == WAY_KIND_EVIDENCE)
    g_string_append (sql, ",\n  CHECK ((\"story\" IS NULL) <> (\"quote\" IS NULL))");
  g_string_append (sql, "\n) STRICT");
  return g_string_free_and_steal (sql);
}

static void
add_indexes (GStrvBuilder      *builder,
             const WayKindInfo *info,
             guint              version)
{
  g_strv_builder_take (builder, g_strdup_printf ("CREATE INDEX \"%s_within\" ON \"%s\" (\"within\", \"position\")",
                                                 info->name, info->name));
  for (guint i = 0; i < way_kind_count_fields (info->kind, version); i++)
    if (info->fields[i].type == WAY_FIELD_REFERENCE)
      g_strv_builder_take (builder, g_strdup_printf ("CREATE INDEX \"%s_by_%s\" ON \"%s\" (\"%s\")", info->name,
                                                     info->fields[i].name, info->name, info->fields[i].name));
}

/**
 * way_schema_dup_sql:
 * @version: a version of the schema, from 1
 *
 * Returns: (transfer full): the statements that make an empty workspace, exactly as they stand in the schema of a file of ours
 */
GStrv
way_schema_dup_sql (guint version)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    g_strv_builder_add (builder, own_tables[i]);
  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_kind_get_info (kind);

      g_strv_builder_take (builder, dup_table (info, info->name, version));
      add_indexes (builder, info, version);
    }
  return g_strv_builder_end (builder);
}

/**
 * way_schema_dup_changes:
 * @version: a version of the schema, from 2
 *
 * Tables that get a field are made anew, because SQLite does not write down the one that it added as we would. They must be run in one
 * transaction without foreign keys: dropping the old table would take along what refers to it.
 *
 * Returns: (transfer full): the statements that bring a workspace of the version before to this one
 */
GStrv
way_schema_dup_changes (guint version)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_kind_get_info (kind);
      g_autoptr (GString) columns = g_string_new (NULL);

      if (way_kind_count_fields (kind, version) == way_kind_count_fields (kind, version - 1))
        continue;
      append_columns (columns, info, way_kind_count_fields (kind, version - 1), "");
      g_strv_builder_take (builder, dup_table (info, "new", version));
      g_strv_builder_take (builder, g_strdup_printf ("INSERT INTO \"new\" (%s) SELECT %s FROM \"%s\"", columns->str, columns->str,
                                                     info->name));
      g_strv_builder_take (builder, g_strdup_printf ("DROP TABLE \"%s\"", info->name));
      g_strv_builder_take (builder, g_strdup_printf ("ALTER TABLE \"new\" RENAME TO \"%s\"", info->name));
      add_indexes (builder, info, version);
    }
  return g_strv_builder_end (builder);
}

static char *
dup_put (const WayKindInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", info->name);
  append_columns (sql, info, info->n_fields, "");
  g_string_append (sql, ") VALUES (?1, ?2, ?3");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 1 + WAY_N_COMMON_COLUMNS);
  g_string_append (sql, ") ON CONFLICT (\"id\") DO UPDATE SET \"within\" = excluded.\"within\", \"position\" = excluded.\"position\"");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" = excluded.\"%s\"", info->fields[i].name, info->fields[i].name);
  return g_string_free_and_steal (sql);
}

static char *
dup_select (const WayKindInfo *info,
            const char        *where)
{
  GString *sql = g_string_new ("SELECT ");

  append_columns (sql, info, info->n_fields, "");
  g_string_append_printf (sql, " FROM \"%s\" WHERE %s", info->name, where);
  return g_string_free_and_steal (sql);
}

/* Every record of a kind, in the order of its holder, and of what holds that. */
static char *
dup_list_all (const WayKindInfo *info)
{
  GString *sql = g_string_new ("SELECT ");
  g_autoptr (GString) order = g_string_new ("t.\"position\", t.\"id\"");
  g_autofree char *below = g_strdup ("t");

  append_columns (sql, info, info->n_fields, "t.");
  g_string_append_printf (sql, " FROM \"%s\" AS t", info->name);
  for (guint depth = 1; info->within != WAY_KIND_NONE; depth++)
    {
      g_autofree char *holder = g_strdup_printf ("h%u", depth);
      g_autofree char *before = g_strdup_printf ("%s.\"position\", %s.\"id\", ", holder, holder);

      info = way_kind_get_info (info->within);
      g_string_append_printf (sql, " JOIN \"%s\" AS %s ON %s.\"id\" = %s.\"within\"", info->name, holder, holder, below);
      g_string_prepend (order, before);
      g_set_str (&below, holder);
    }
  g_string_append_printf (sql, " ORDER BY %s", order->str);
  return g_string_free_and_steal (sql);
}

/**
 * way_schema_dup_statement:
 * @kind: a kind
 * @statement: what is asked
 *
 * Returns: (transfer full): the SQL for it
 */
char *
way_schema_dup_statement (WayKind      kind,
                          WayStatement statement)
{
  const WayKindInfo *info = way_kind_get_info (kind);
  g_autofree char *where = NULL;

  switch ((int) statement)
    {
    case WAY_STATEMENT_PUT:
      return dup_put (info);
    case WAY_STATEMENT_READ:
      return dup_select (info, "\"id\" = ?1");
    case WAY_STATEMENT_LIST:
      return dup_select (info, "\"within\" IS ?1 ORDER BY \"position\", \"id\"");
    case WAY_STATEMENT_LIST_ALL:
      return dup_list_all (info);
    case WAY_STATEMENT_EACH:
      return dup_select (info, "TRUE");
    case WAY_STATEMENT_COUNT:
      return g_strdup_printf ("SELECT count(*) FROM \"%s\"", info->name);
    case WAY_STATEMENT_LAST:
      return g_strdup_printf ("SELECT \"position\", \"id\" FROM \"%s\" WHERE \"within\" IS ?1 "
                              "ORDER BY \"position\" DESC, \"id\" DESC LIMIT 1", info->name);
    case WAY_STATEMENT_PLACE:
      return g_strdup_printf ("SELECT \"within\" FROM \"%s\" WHERE \"id\" = ?1", info->name);
    default:
      where = g_strdup_printf ("\"%s\" = ?1 ORDER BY \"position\", \"id\"", info->fields[statement - WAY_STATEMENT_BY].name);
      return dup_select (info, where);
    }
}
