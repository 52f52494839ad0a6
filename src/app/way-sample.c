/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample workspace as a file of the user's own, made once and never over what they made of it. */
#include "app/way-sample.h"

#include "app/way-template.h"
#include "base/way-error.h"
#include "base/way-i18n.h"

/**
 * way_sample_ensure:
 * @error: what went wrong in making it
 *
 * Returns: (transfer full) (nullable): the sample in the user's documents, or their data folder where there are none
 */
GFile *
way_sample_ensure (GError **error)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *folder = documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR)
                              ? g_strdup (documents) : g_build_filename (g_get_user_data_dir (), "waymark", NULL);
  /* Translators: the name of a file. */
  g_autofree char *path = g_build_filename (folder, _("Living Well sample.waymark"), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY, _("The folder “%s” cannot be made."), folder);
      return NULL;
    }
  return way_template_make_file (file, WAY_SAMPLE_RESOURCE, error) ? g_steal_pointer (&file) : NULL;
}
