"""The cases by name, each with its region, as a workspace of it is called."""

REGIONS = {
    "qingcheng-2004": "清城区",
    "changtu-2007": "昌图县",
    "jilin": "吉林市",
    "haigang-2009": "海港区",
    "shizhi-100": "市直部门",
}
