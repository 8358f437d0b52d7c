# language: vi
@qd-33-2015
Tính năng: Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg

  Bối cảnh: hộ nghèo nông thôn ở nhà tạm
    Biết hồ sơ:
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       | có        |
      | Khu vực                                               | Nông thôn |
      | Hộ làm nông nghiệp, lâm nghiệp hoặc ngư nghiệp        | không     |
      | Hộ mới tách                                           | không     |
      | Hộ có nhà ở                                           | có        |
      | Hiện trạng nhà                                        | Nhà tạm   |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | không     |
      | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | Không bị thiệt hại |
      | Ngày được hỗ trợ nhà ở lần trước                      | 01/01/2012 |
    Và ngày xét là 01/05/2018

  Tình huống: Thời gian của chương trình
    Khi xét "poor_house_loan_2015"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  | mức hỗ trợ                 |
      | 30/09/2015 | ngoài phạm vi bộ quy tắc |                            |
      | 01/10/2015 | đủ điều kiện             | vay tối đa 25.000.000 đồng |
      | 31/12/2020 | đủ điều kiện             | vay tối đa 25.000.000 đồng |
      | 01/01/2021 | đã kết thúc              |                            |
      | 01/05/2026 | đã kết thúc              |                            |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "poor_house_loan_2015"
    Thì kết quả từng dòng là:
      | thông tin                                             | giá trị | kết quả            | không đạt             | chưa xác định         |
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       | không   | không đủ điều kiện | poor_2015_household   |                       |
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       |         | chưa đủ thông tin  |                       | poor_2015_household   |
      | Khu vực                                               | Đô thị  | không đủ điều kiện | rural_or_farming      |                       |
      | Khu vực                                               |         | chưa đủ thông tin  |                       | rural_or_farming      |
      | Hộ mới tách                                           |         | chưa đủ thông tin  |                       | separated_long_enough |
      | Hiện trạng nhà                                        | Tốt     | không đủ điều kiện | house_need_2015       |                       |
      | Hiện trạng nhà                                        |         | chưa đủ thông tin  |                       | house_need_2015       |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | có      | không đủ điều kiện | never_supported_2015  |                       |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác |         | chưa đủ thông tin  |                       | never_supported_2015  |

  # Decision 33/2015: thời gian tách hộ tính đến ngày 01/10/2015, không đến ngày xét
  Tình huống: Tách hộ đủ 05 năm
    Biết "Hộ mới tách" là có
    Khi xét "poor_house_loan_2015"
    Thì kết quả từng dòng là:
      | Ngày tách hộ | kết quả            | không đạt             |
      | 30/09/2010   | đủ điều kiện       |                       |
      | 01/10/2010   | đủ điều kiện       |                       |
      | 02/10/2010   | không đủ điều kiện | separated_long_enough |

  Tình huống: Các trường hợp khác cũng được vay
    Khi xét "poor_house_loan_2015"
    Thì kết quả từng dòng là:
      | Khu vực   | Hộ làm nông nghiệp, lâm nghiệp hoặc ngư nghiệp | Hộ có nhà ở | Hiện trạng nhà   | kết quả      |
      | Đô thị    | có                                             | có          | Nhà tạm          | đủ điều kiện |
      | Nông thôn | không                                          | có          | Nhà hư hỏng nặng | đủ điều kiện |
      | Nông thôn | không                                          | không       | (trống)          | đủ điều kiện |

  # Decision 33/2015: hai ngoại lệ của điều kiện chưa được hỗ trợ: đã 08 năm tính đến ngày 01/10/2015, hoặc bị thiên tai làm sập
  Tình huống: Đã được hỗ trợ nhưng nhà hư hỏng hoặc sập đổ
    Biết "Đã được hỗ trợ nhà ở từ chương trình, chính sách khác" là có
    Khi xét "poor_house_loan_2015"
    Thì kết quả từng dòng là:
      | Ngày được hỗ trợ nhà ở lần trước | Hiện trạng nhà   | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | kết quả            | đạt                    | không đạt            | chưa xác định          |
      | 30/09/2007                       | Nhà tạm          | Không bị thiệt hại                                       | đủ điều kiện       | supported_long_ago     |                      |                        |
      | 01/10/2007                       | Nhà hư hỏng nặng | Không bị thiệt hại                                       | đủ điều kiện       | supported_long_ago     |                      |                        |
      | 02/10/2007                       | Nhà tạm          | Không bị thiệt hại                                       | không đủ điều kiện |                        | supported_long_ago   |                        |
      | 01/10/2007                       | Tốt              | Không bị thiệt hại                                       | không đủ điều kiện |                        | house_need_2015      |                        |
      | 01/01/2012                       | Nhà tạm          | Đổ, sập, trôi, cháy hoàn toàn                            | đủ điều kiện       | house_fell_by_disaster |                      |                        |
      | 01/01/2012                       | Nhà tạm          |                                                          | chưa đủ thông tin  |                        |                      | house_fell_by_disaster |
      |                                  | Nhà tạm          | Không bị thiệt hại                                       | chưa đủ thông tin  |                        |                      | supported_long_ago     |

  Tình huống: Đã được hỗ trợ từ lâu, nay không còn nhà
    Biết hồ sơ:
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | có         |
      | Ngày được hỗ trợ nhà ở lần trước                      | 01/01/2005 |
      | Hộ có nhà ở                                           | không      |
      | Hiện trạng nhà                                        | (trống)    |
    Khi xét "poor_house_loan_2015"
    Thì kết quả là "đủ điều kiện"

  # Decision 33/2015: hộ trong danh sách đã thoát nghèo vẫn được vay
  Tình huống: Hộ trong danh sách đã thoát nghèo
    Biết "Diện hộ" là Không
    Khi xét "poor_house_loan_2015"
    Thì kết quả là "đủ điều kiện"
    Và đạt "poor_2015_household"
