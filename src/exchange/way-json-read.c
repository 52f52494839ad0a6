/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waymark JSON as an edit: the whole of it, or one sentence why not. */
#include "exchange/way-json-read.h"

#include "base/way-i18n.h"
#include "exchange/way-json-entry.h"
#include "exchange/way-json-scan.h"
#include "model/way-schema.h"

#include <string.h>

static void
entry_free (gpointer data)
{
  WayJsonEntry *entry = data;

  g_clear_object (&entry->record);
  g_free (entry->id);
  g_free (entry);
}

static void
append_path (GString      *path,
             WayJsonEntry *entry)
{
  if (entry->holder != NULL)
    {
      append_path (path, entry->holder);
      g_string_append_c (path, '.');
    }
  g_string_append_printf (path, "%s.%u", entry->list, entry->index + 1);
}

/**
 * way_json_entry_dup_name:
 * @entry: a record of the file
 *
 * Returns: (transfer full): its id in the file, or where it stands, as "maps.1.scenarios.2.steps.7", counted from 1
 */
char *
way_json_entry_dup_name (WayJsonEntry *entry)
{
  GString *name = g_string_new (entry->id);

  if (entry->id == NULL)
    append_path (name, entry);
  return g_string_free_and_steal (name);
}

/**
 * way_json_entry_fail:
 * @entry: a record of the file
 * @key: one of its keys
 * @error: where the sentence goes: which record, which key, and what is wrong
 * @format: what is wrong with what it holds, such as "is not text"
 *
 * Returns: %FALSE
 */
gboolean
way_json_entry_fail (WayJsonEntry  *entry,
                     const char    *key,
                     GError       **error,
                     const char    *format,
                     ...)
{
  g_autofree char *name = way_json_entry_dup_name (entry);
  g_autofree char *problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, C_("error about a record", "%s “%s”, %s: %s."),
               way_kind_get_label (way_record_get_kind (entry->record)), name, key, problem);
  return FALSE;
}

static gboolean
fail (GError    **error,
      const char *sentence)
{
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_version (JsonObject *root,
               GError    **error)
{
  JsonNode *node = json_object_get_member (root, "waymark");

  if (node == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN,
                           _("This JSON is not from Waymark: it does not begin with \"waymark\": 1."));
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return fail (error, _("The value of \"waymark\" is not a number."));
  if (json_node_get_double (node) > WAY_JSON_VERSION)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NEWER,
                           _("This JSON is from a newer Waymark, and this one does not know its format."));
      return FALSE;
    }
  if (json_node_get_double (node) != WAY_JSON_VERSION)
    return fail (error, _("This version of the Waymark JSON format does not exist."));
  return TRUE;
}

static JsonNode *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;

  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)   /* a byte order mark */
    {
      text += 3;
      length -= 3;
    }
  if (!way_json_scan (text, length, error))
    return NULL;
  if (json_parser_load_from_data (parser, text, length, &local))
    return json_parser_steal_root (parser);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("This is not JSON: %s."), local->message);
  return NULL;
}

static gboolean
refuse_unknown (WayJsonFile  *file,
                gboolean      lenient,
                GStrv        *unknown,
                GError      **error)
{
  const guint most = 10;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  guint length = file->unknown_order->len;

  for (guint i = 0; i < length; i++)
    {
      const char *name = g_ptr_array_index (file->unknown_order, i);
      g_autofree char *quoted = g_strdup_printf (C_("name in a sentence", "“%s”"), name);

      g_strv_builder_add (names, name);
      if (i < most)
        g_string_append_printf (list, "%s%s", i > 0 ? C_("names in a sentence", ", ") : "", quoted);
    }
  if (length > most)
    g_string_append (list, " …");
  if (unknown != NULL)
    *unknown = g_strv_builder_end (names);
  if (length == 0 || lenient)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               ngettext ("This key is not known: %s.", "These keys are not known: %s.", length), list->str);
  return FALSE;
}

/* In the order of the kinds, so that a record comes after those that it refers to. */
static WayEdit *
make_edit (WayJsonFile *file)
{
  WayEdit *edit = way_edit_new (_("Import"));

  for (WayKind kind = WAY_KIND_WORKSPACE; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < file->entries->len; i++)
      {
        WayJsonEntry *entry = g_ptr_array_index (file->entries, i);

        if (way_record_get_kind (entry->record) == kind)
          way_edit_put (edit, entry->record);
      }
  return edit;
}

static WayEdit *
read_object (WayJsonFile  *file,
             JsonObject   *root,
             gboolean      lenient,
             GStrv        *unknown,
             GError      **error)
{
  if (!check_version (root, error) || !way_json_file_load (file, root, error) ||
      !refuse_unknown (file, lenient, unknown, error) || !way_json_file_settle (file, error))
    return NULL;
  return make_edit (file);
}

/**
 * way_json_read:
 * @text: what is in the file: UTF-8, a byte order mark before it or not
 * @length: how many bytes
 * @target: the workspace that it is for
 * @lenient: leave out keys that are not known, rather than refuse the file
 * @unknown: (out) (optional) (transfer full) (array zero-terminated=1): the keys that are not known, as "maps.cards.colour"
 * @error: where the sentence goes: which line, or which record and key
 *
 * Reads Waymark JSON (docs/interchange.md) as one edit to @target. Ids that are taken there are replaced, lists go after what is
 * there, and the workspace's own title and the rest of its fields are filled only where they are empty.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
WayEdit *
way_json_read (const char   *text,
               gsize         length,
               WayRecords   *target,
               gboolean      lenient,
               GStrv        *unknown,
               GError      **error)
{
  g_autoptr (JsonNode) root = parse (text, length, error);
  WayJsonFile file = { .target = target };
  WayEdit *edit;

  if (unknown != NULL)
    *unknown = NULL;
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, _("This JSON is not one object, as Waymark writes it."));
      return NULL;
    }
  file.entries = g_ptr_array_new_with_free_func (entry_free);
  file.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  file.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file.unknown_order = g_ptr_array_new ();
  edit = read_object (&file, json_node_get_object (root), lenient, unknown, error);
  g_ptr_array_unref (file.unknown_order);
  g_hash_table_unref (file.unknown);
  g_hash_table_unref (file.by_id);
  g_ptr_array_unref (file.entries);
  return edit;
}
