/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a record says something that its kind can hold: the one gate for imports, edits and files of others. */
#include "base/way-date.h"
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "model/way-record.h"

#include <math.h>

static gboolean
fail (GError    **error,
      WayRecord  *record,
      const char *key,
      const char *what)
{
  /* Translators: "card “c12”, text: is not a date". */
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, C_("error about a record", "%s “%s”, %s: %s."),
               way_kind_get_label (way_record_get_kind (record)), way_record_get_id (record), key, what);
  return FALSE;
}

static const char *
text_problem (const WayField *field,
              const char     *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return _("is not valid UTF-8 text");
  if (field->type == WAY_FIELD_CHOICE && !g_strv_contains (field->choices, text))
    return _("is not one of the words that are known here");
  if ((field->type == WAY_FIELD_DATE || field->type == WAY_FIELD_DONE) && !way_date_is_valid (text))
    return _("is not a date, written YYYY-MM-DD");
  if (field->type == WAY_FIELD_REFERENCE && !way_id_is_valid (text))
    return _("is not an id");
  if (field->type == WAY_FIELD_NUMBER || field->type == WAY_FIELD_WHOLE)
    return _("is not a number");
  if (field->type == WAY_FIELD_TEXTS || field->type == WAY_FIELD_NAMED_TEXTS)
    return _("is not a list");
  return NULL;
}

static const char *
number_problem (const WayField *field,
                double          number)
{
  gboolean whole = field->type == WAY_FIELD_WHOLE;

  if (!whole && field->type != WAY_FIELD_NUMBER && field->type != WAY_FIELD_LABEL)
    return _("is a number, and should not be");
  if (!isfinite (number))
    return _("is not a finite number");
  if (whole && (number != floor (number) || fabs (number) > 9007199254740991.0))
    return _("is not a whole number");
  if (field->low < field->high && (number < field->low || number > field->high))
    return _("is out of range");
  return NULL;
}

static const char *
value_problem (const WayField *field,
               const WayValue *value)
{
  switch (value->type)
    {
    case WAY_VALUE_NONE:
      return (field->flags & WAY_FIELD_REQUIRED) != 0 ? _("is missing") : NULL;
    case WAY_VALUE_TEXT:
      return text_problem (field, value->text);
    case WAY_VALUE_NUMBER:
      return number_problem (field, value->number);
    case WAY_VALUE_TRUTH:
      return field->type == WAY_FIELD_DONE ? NULL : _("is yes or no, and should not be");
    case WAY_VALUE_TEXTS:
      if (field->type != WAY_FIELD_TEXTS && field->type != WAY_FIELD_NAMED_TEXTS)
        return _("is a list, and should not be");
      if (field->type == WAY_FIELD_NAMED_TEXTS && g_strv_length (value->texts) % 2 != 0)
        return _("lacks a text for a name");
      for (guint i = 0; value->texts[i] != NULL; i++)
        if (!g_utf8_validate (value->texts[i], -1, NULL))
          return _("is not valid UTF-8 text");
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
check_whole (WayRecord  *self,
             GError    **error)
{
  if (way_record_get_kind (self) == WAY_KIND_QUOTE &&
      way_record_get_number (self, WAY_QUOTE_START) >= way_record_get_number (self, WAY_QUOTE_END))
    return fail (error, self, "end", _("does not come after the start"));
  if (way_record_get_kind (self) == WAY_KIND_EVIDENCE &&
      way_record_has (self, WAY_EVIDENCE_STORY) == way_record_has (self, WAY_EVIDENCE_QUOTE))
    return fail (error, self, "story", _("names neither or both of a story and a quote"));
  return TRUE;
}

/**
 * way_record_check:
 * @self: a record
 * @error: where a %WAY_ERROR_INVALID goes, which names the record and the field
 *
 * Checks everything that can be told from the record alone. That its references lead somewhere, the workspace checks.
 *
 * Returns: whether @self can be stored
 */
gboolean
way_record_check (WayRecord  *self,
                  GError    **error)
{
  const WayKindInfo *info = way_record_get_info (self);

  if (!way_id_is_valid (way_record_get_id (self)))
    return fail (error, self, "id", _("is not an id: 1 to 64 letters A–Z, digits, dots, dashes and underscores"));
  if ((way_record_get_within (self) != NULL) != (info->within != WAY_KIND_NONE))
    return fail (error, self, "id", _("is not in its place"));
  if (isnan (way_record_get_position (self)))
    return fail (error, self, "id", _("has no place in its list"));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *problem = value_problem (&info->fields[i], way_record_get_value (self, i));

      if (problem != NULL)
        return fail (error, self, info->fields[i].name, problem);
    }
  return check_whole (self, error);
}
