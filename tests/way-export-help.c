/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the exporters share: lenses on workspaces in memory, files in memory, and other programs that read them. */
#include "way-export-help.h"

#include "way-json-help.h"

#include <glib/gstdio.h>
#include <string.h>

WayLens *
way_export_help_new_lens (const char  *json,
                          WayAudience  audience)
{
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (GError) error = NULL;

  way_json_help_read (records, json, -1, &error);
  g_assert_no_error (error);
  return way_lens_new (WAY_RECORDS (records), audience, WAY_EXPORT_HELP_TODAY);
}

/* @folder: the name of the variable that says where @name is. */
WayLens *
way_export_help_read_lens (const char  *folder,
                           const char  *name,
                           WayAudience  audience)
{
  g_autofree char *path = g_build_filename (g_getenv (folder), name, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  return way_export_help_new_lens (json, audience);
}

/* The maps that can be drawn. */
GStrv
way_export_help_list_maps (WayLens *lens)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) maps = way_lens_list (lens, WAY_KIND_MAP, NULL, &error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < maps->len; i++)
    if (way_scene_can_draw (way_record_get_text (g_ptr_array_index (maps, i), WAY_MAP_KIND)))
      g_strv_builder_add (ids, way_record_get_id (g_ptr_array_index (maps, i)));
  return g_strv_builder_end (ids);
}

/* The same, and the sheets of all personas. */
GStrv
way_export_help_list_sheets (WayLens *lens)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) personas = way_lens_list (lens, WAY_KIND_PERSONA, NULL, &error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) maps = way_export_help_list_maps (lens);

  g_assert_no_error (error);
  g_strv_builder_addv (ids, (const char **) maps);
  for (guint i = 0; i < personas->len; i++)
    g_strv_builder_add (ids, way_record_get_id (g_ptr_array_index (personas, i)));
  return g_strv_builder_end (ids);
}

GBytes *
way_export_help_write (WayLens                *lens,
                       const char             *map_id,
                       WayFormat               format,
                       const WayExportOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  way_export_maps (lens, (const char *const[]) { map_id, NULL }, format, options, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Removes a folder and all that a program has left in it. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_folder (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

/* Runs @command, in which "@" stands for a file with the contents of @file, "@out" for a picture that it may write, and "@folder" for
 * a folder that it may use; gives what it wrote there or else what it says. */
GBytes *
way_export_help_run_for_bytes (GBytes     *file,
                               const char *suffix,
                               const char *command)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("file.", suffix, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *out = g_build_filename (folder, "out.png", NULL);
  g_autoptr (GString) line = g_string_new (command);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  char *written;
  gsize length;

  g_file_set_contents (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), &error);
  g_assert_no_error (error);
  g_string_replace (line, "@folder", folder, 0);
  g_string_replace (line, "@out", out, 0);
  words = g_strsplit (line->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "@") == 0)
      g_set_str (&words[i], path);
  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (g_subprocess_get_status (process), &error);
  g_assert_no_error (error);
  if (g_file_get_contents (out, &written, &length, NULL))
    {
      g_bytes_unref (output);
      output = g_bytes_new_take (written, length);
    }
  remove_folder (folder);
  return g_steal_pointer (&output);
}

/* The same, for what is text. */
char *
way_export_help_run (GBytes     *file,
                     const char *suffix,
                     const char *command)
{
  g_autoptr (GBytes) output = way_export_help_run_for_bytes (file, suffix, command);

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

/* @text without spaces, line breaks, and what has no look of its own (controls, private use, replacement characters): what is left must come back from a file whole. */
char *
way_export_help_squeeze (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *squeezed = g_string_new (NULL);

  g_assert_nonnull (composed);
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (character);
      gboolean seen = g_unichar_isgraph (character) && !g_unichar_isspace (character) && character < 0xe000;

      if ((seen || character > 0xfffd || (character >= 0xf900 && character < 0xfff0)) && type != G_UNICODE_FORMAT &&
          type != G_UNICODE_UNASSIGNED)
        g_string_append_unichar (squeezed, character);
    }
  return g_string_free_and_steal (squeezed);
}

typedef struct
{
  GPtrArray *texts;
  GString *text;              /* nullable: of the element that is open */
} SvgTexts;

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **attribute_names,
          const char          **attribute_values,
          gpointer              data,
          GError              **error)
{
  SvgTexts *self = data;

  if (strcmp (name, "text") == 0)
    self->text = g_string_new (NULL);
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *name,
        gpointer              data,
        GError              **error)
{
  SvgTexts *self = data;

  if (strcmp (name, "text") == 0)
    g_ptr_array_add (self->texts, g_string_free_and_steal (g_steal_pointer (&self->text)));
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  SvgTexts *self = data;

  if (self->text != NULL)
    g_string_append_len (self->text, text, length);
}

/* The text of each <text>, in their order; fails where @svg is not well-formed. */
GPtrArray *
way_export_help_list_svg_texts (GBytes *svg)
{
  const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  SvgTexts self = { g_ptr_array_new_with_free_func (g_free), NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return self.texts;
}
