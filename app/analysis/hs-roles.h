/* hs-roles.h: who somebody is, as the words beside the name say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

/* A role stated in [first, end): "member", "of", words of the body. */
typedef struct
{
  const char *head;    /* (unowned): role it stands for, "ambassador" */
  char *complement;    /* (owned) (nullable): "committee defence security" */
  gboolean to;         /* "ambassador to", not "of" */
} HsRole;

gboolean hs_roles_before (const HsReading *self,
                          guint            person,
                          HsRole          *role);
gboolean hs_roles_after  (const HsReading *self,
                          guint            next,
                          guint            end,
                          HsRole          *role);
gboolean hs_roles_of_phrase (const HsReading *self,
                             guint            first,
                             guint            end,
                             HsRole          *role);
char    *hs_roles_body_key (const HsReading *self,
                            guint            first,
                            guint            end);
guint    hs_roles_complement_end (const HsReading *self,
                                  guint            from,
                                  guint            end);
char    *hs_role_to_string (const HsRole    *role);
guint    hs_role_fit       (const char      *text,
                            const HsRole    *role);
const char *hs_role_head   (const HsReading *self,
                            guint            i,
                            guint            end,
                            guint           *n);
const char *hs_role_class  (const char      *head);
gboolean hs_role_is_plural (const HsToken   *token);
void     hs_role_clear    (HsRole           *role);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HsRole, hs_role_clear)

/* Whether nobody can be both: ambassador to one country and to another. */
gboolean hs_roles_exclude (const char * const *a,
                           const char * const *b);
gboolean    hs_roles_are_of_two     (const char * const *a,
                                     const char * const *b,
                                     const char        **one,
                                     const char        **other);

G_END_DECLS
